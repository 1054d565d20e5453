# why: the base's method gives nothing, but the class that is used gives a function
import threading


def work():
    print("work")


class Base:
    def task(self):
        print("no task")

    def start(self):
        t = threading.Thread(target=self.task())
        t.start()
        t.join()


class Real(Base):
    def task(self):
        return work


Real().start()
