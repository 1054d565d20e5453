# why: the store and its lock were made before the patch
import threading

import gevent
from gevent import monkey


class Store:
    def __init__(self):
        self.lock = threading.Lock()

    def take(self):
        self.lock.acquire(timeout=0.15)


store = Store()
store.take()
monkey.patch_all()  # expect: PIT304
gevent.spawn(store.take).join()
