# why: the class starts itself in __init__, the caller starts it again
import threading


class Eager(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.start()

    def run(self):
        print("eager")


e = Eager()
e.join()
e.start()  # expect: PIT309
