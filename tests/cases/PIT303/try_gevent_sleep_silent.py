# why: gevent's sleep is taken where gevent is there
try:
    from gevent import sleep
except ImportError:
    from time import sleep

import gevent


def work():
    sleep(0.15)


gevent.spawn(work).join()
