# why: the partial of gevent.spawn makes the greenlet
import time
from functools import partial

import gevent


def work():
    time.sleep(0.15)


start = partial(gevent.spawn, work)
start().join()  # expect: PIT303
