# why: partial of a function that blocks
import time
from functools import partial

import gevent


def work(seconds):
    time.sleep(seconds)


gevent.spawn(partial(work, 0.15)).join()  # expect: PIT303
gevent.spawn(partial(time.sleep, 0.15)).join()  # expect: PIT303
