from time import sleep

from gevent.pool import Pool


def task():
    sleep(0.15)


class TaskPool:
    def __init__(self):
        self.pool = Pool(2)

    def apply(self):
        self.pool.spawn(task)

    def stop(self):
        self.pool.join()
