# why: the third place is time
from gevent import monkey

monkey.patch_all(True, True, False)

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()  # expect: PIT303
