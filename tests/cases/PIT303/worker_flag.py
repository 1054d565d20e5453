# why: the constructor's flag decides whether the worker waits
import time

import gevent


class Worker:
    def __init__(self, wait=False):
        self.wait = wait

    def run(self):
        if self.wait:
            time.sleep(0.15)
        gevent.sleep(0)


gevent.spawn(Worker().run).join()
gevent.spawn(Worker(False).run).join()
gevent.spawn(Worker(True).run).join()  # expect: PIT303
