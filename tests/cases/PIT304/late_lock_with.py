# why: the lock was made before the patch; another thread holds it
import threading
import time

import gevent
from gevent import monkey

lock = threading.Lock()
monkey.patch_all()  # expect: PIT304


def hold():
    with lock:
        gevent.sleep(0.15)


def work():
    lock.acquire(timeout=0.15)


gevent.joinall([gevent.spawn(hold), gevent.spawn(work)])
