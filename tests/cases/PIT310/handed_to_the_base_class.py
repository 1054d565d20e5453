# why: the subclass hands its base class what the call gave back: None
import multiprocessing
import threading


def work(n=1):
    print("work", n)


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(target=work(), daemon=True)  # expect: PIT310


class Child(multiprocessing.Process):
    def __init__(self):
        multiprocessing.Process.__init__(self, None, work(2))  # expect: PIT310


class Later(threading.Timer):
    def __init__(self):
        super().__init__(0.01, work(3))  # expect: PIT310


worker = Worker()
worker.start()
worker.join()
if __name__ == "__main__":
    child = Child()
    child.start()
    child.join()
later = Later()
later.start()
later.join()
