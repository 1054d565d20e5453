# why: either function may be chosen, one blocks
import sys
import time

import gevent


def slow():
    time.sleep(0.15)


def green():
    gevent.sleep(0.15)


job = slow if len(sys.argv) < 9 else green
gevent.spawn(job).join()  # expect: PIT303
