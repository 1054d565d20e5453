# why: the lock of the store is made before the patch
import threading

import gevent


class Store:
    lock = threading.Lock()

    def __init__(self):
        self.values = {}

    def put(self, key, value):
        if not self.lock.acquire(timeout=0.15):
            return
        self.values[key] = value
        gevent.sleep(0.3)
        self.lock.release()


from gevent import monkey

monkey.patch_all()  # expect: PIT304

store = Store()
gevent.joinall([gevent.spawn(store.put, n, n) for n in range(2)])
