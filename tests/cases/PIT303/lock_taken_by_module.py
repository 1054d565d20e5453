# why: the lock is held; the greenlet's acquire stops the hub
import threading

import gevent

lock = threading.Lock()
lock.acquire()


def work():
    lock.acquire(timeout=0.15)


gevent.spawn(work).join()  # expect: PIT303
