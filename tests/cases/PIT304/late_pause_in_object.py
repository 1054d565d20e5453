# why: the object took the old function before the patch
import time

import gevent
from gevent import monkey


class Poller:
    def __init__(self):
        self.pause = time.sleep

    def run(self):
        self.pause(0.15)


poller = Poller()
monkey.patch_all()  # expect: PIT304
gevent.spawn(poller.run).join()
