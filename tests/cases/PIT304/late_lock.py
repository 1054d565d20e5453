# why: the name was bound before the patch
from threading import Lock

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    lock = Lock()
    lock.acquire()
    lock.acquire(timeout=0.15)


gevent.spawn(work).join()
