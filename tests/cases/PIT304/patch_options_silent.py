# why: what is turned off does not matter here
from gevent import monkey

monkey.patch_all(thread=False, select=False)

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
