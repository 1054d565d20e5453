# why: patch_all(time=False) leaves time.sleep
from gevent import monkey

monkey.patch_all(time=False)

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()  # expect: PIT303
