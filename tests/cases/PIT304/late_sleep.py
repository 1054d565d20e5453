# why: the name was bound before the patch
from time import sleep

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    sleep(0.15)


gevent.spawn(work).join()
