# why: the lock of state.py was made before the patch
import state
import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    state.lock.acquire(timeout=0.15)


state.lock.acquire()
gevent.spawn(work).join()
