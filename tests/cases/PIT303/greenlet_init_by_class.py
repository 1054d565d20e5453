# why: the class hands its own method to Greenlet.__init__
import time

from gevent import Greenlet


class Worker(Greenlet):
    def __init__(self):
        Greenlet.__init__(self, self.work)  # expect: PIT303

    def work(self):
        time.sleep(0.15)


worker = Worker()
worker.start()
worker.join()
