# why: the second patch_all changes nothing
from gevent import monkey

monkey.patch_all()
from time import sleep

import gevent

monkey.patch_all()


def work():
    sleep(0.15)


gevent.spawn(work).join()
