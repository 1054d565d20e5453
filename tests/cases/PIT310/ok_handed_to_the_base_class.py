# why: the base class gets a function, or is one of this module that calls what it likes
import threading


def work():
    print("work")


def chosen():
    return work


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(target=chosen(), name=str(work))


class Base:
    def __init__(self, target):
        self.target = target


class Quiet(Base):
    def __init__(self):
        super().__init__(target=work())


worker = Worker()
worker.start()
worker.join()
print(Quiet().target)
