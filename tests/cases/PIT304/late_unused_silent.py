# why: the old name is used before any greenlet is there, and nowhere else
import time
from time import sleep

sleep(0.1)

import gevent
from gevent import monkey

monkey.patch_all()


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
