# why: two greenlets are inside the old lock at once
import threading

import gevent
from gevent import monkey

lock = threading.RLock()
inside = []
monkey.patch_all()  # expect: PIT304


def work():
    with lock:
        inside.append(1)
        gevent.sleep(0.05)
        assert len(inside) == 1, "both inside"
        inside.pop()


greenlets = [gevent.spawn(work), gevent.spawn(work)]
gevent.joinall(greenlets)
for greenlet in greenlets:
    greenlet.get()
