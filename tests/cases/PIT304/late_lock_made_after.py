# why: the Lock of before the patch is the thread's
from threading import Lock

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304

lock = Lock()
lock.acquire()


def work():
    lock.acquire(timeout=0.15)


gevent.spawn(work).join()
