# why: one lock for all: of the module, of the class, of the object, handed in
import threading

lock = threading.Lock()


class Counter:
    guard = threading.RLock()

    def __init__(self, own):
        self.own = own
        self.lock = threading.Lock()

    def add(self):
        with lock, self.guard, self.lock, self.own:
            return 1


print(Counter(threading.Lock()).add())
