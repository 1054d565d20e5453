import queue

import gevent

jobs = queue.Queue()


class Worker(gevent.Greenlet):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def _run(self):
        try:
            while True:
                self.handle(self.take())  # expect: PIT303
        except queue.Empty:
            pass

    def take(self):
        return jobs.get(timeout=0.15)

    def handle(self, job):
        print(self.number, job)
