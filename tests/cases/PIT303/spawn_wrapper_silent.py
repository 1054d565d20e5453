# why: the helper is only given functions that give the hub back
import time

import gevent


def work():
    gevent.sleep(0.15)


def start(function):
    return gevent.spawn(function)


start(work).join()
time.sleep(0.1)
