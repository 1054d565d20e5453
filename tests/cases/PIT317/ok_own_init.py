# why: the subclass says itself what its first parameter is
import threading


class Worker(threading.Thread):
    def __init__(self, job, *args):
        super().__init__()
        self.job, self.args = job, args

    def run(self):
        self.job(*self.args)


def work(n):
    print("work", n)


w = Worker(work, 3)
w.start()
w.join()
