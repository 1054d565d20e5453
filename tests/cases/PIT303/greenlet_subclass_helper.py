# why: _run reaches the block through another method
import time

import gevent


class Worker(gevent.Greenlet):
    def _run(self):
        for _ in range(2):
            self.step()  # expect: PIT303

    def step(self):
        time.sleep(0.15)


worker = Worker()
worker.start()
worker.join()
