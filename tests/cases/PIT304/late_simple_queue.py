# why: the name was bound before the patch
from queue import Empty, SimpleQueue

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    try:
        SimpleQueue().get(timeout=0.15)
    except Empty:
        pass


gevent.spawn(work).join()
