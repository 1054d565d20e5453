# why: the program ends before the greenlet starts
import time

import gevent


def work():
    time.sleep(0.15)


print("spawned", gevent.spawn(work).started)
