# why: the lock is made after the patch, by what RLock calls then
from threading import RLock

import gevent
from gevent import monkey

monkey.patch_all()
lock = RLock()
inside = []


def work():
    with lock:
        inside.append(1)
        gevent.sleep(0.05)
        assert len(inside) == 1
        inside.pop()


greenlets = [gevent.spawn(work), gevent.spawn(work)]
gevent.joinall(greenlets)
for greenlet in greenlets:
    greenlet.get()
