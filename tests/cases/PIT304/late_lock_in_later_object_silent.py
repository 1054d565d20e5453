# why: the store and its lock are made after the patch
import threading

import gevent
from gevent import monkey


class Store:
    def __init__(self):
        self.lock = threading.Lock()

    def take(self):
        self.lock.acquire(timeout=0.15)


monkey.patch_all()
store = Store()
store.take()
gevent.spawn(store.take).join()
