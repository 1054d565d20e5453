# why: the helper spawns what it is given; the greenlet is made in it
import time

import gevent


def work():
    time.sleep(0.15)


def start(function):
    return gevent.spawn(function)  # expect: PIT303


start(work).join()
