# why: the last definition of work gives the hub back
import time

import gevent


def work():
    time.sleep(0.15)


def work():
    gevent.sleep(0.15)


gevent.spawn(work).join()
