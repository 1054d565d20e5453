# why: the heartbeat waits for gevent's event
import time

import gevent
from gevent.event import Event


class Heartbeat:
    def __init__(self):
        self.stopped = Event()
        self.started = time.time()

    def start(self):
        self._greenlet = gevent.spawn(self._loop)

    def _loop(self):
        while not self.stopped.wait(0.05):
            pass

    def stop(self):
        self.stopped.set()
        self._greenlet.join()


heart = Heartbeat()
heart.start()
gevent.sleep(0.15)
heart.stop()
