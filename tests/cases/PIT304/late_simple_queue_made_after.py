# why: SimpleQueue was bound by name before the patch
from queue import Empty, SimpleQueue

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304

items = SimpleQueue()


def work():
    try:
        items.get(timeout=0.15)
    except Empty:
        pass


gevent.spawn(work).join()
