# why: the name was bound before the patch
from select import select

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    select([], [], [], 0.15)


gevent.spawn(work).join()
