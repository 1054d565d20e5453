# why: the subclass hands the function to Greenlet
import time

from gevent.greenlet import Greenlet


def work():
    time.sleep(0.15)


class Job(Greenlet):
    def __init__(self):
        super().__init__(work)  # expect: PIT303


job = Job()
job.start()
job.join()
