# why: the module is replaced
import sys

import gevent
import gevent.time

sys.modules["time"] = gevent.time

import time


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
