# why: the greenlet is killed before it starts
import time

import gevent


def work():
    time.sleep(0.15)


greenlet = gevent.spawn(work)
greenlet.kill()
