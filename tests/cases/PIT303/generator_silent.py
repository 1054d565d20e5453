# why: calling a generator function runs none of it
import time

import gevent


def work():
    time.sleep(0.15)
    yield


gevent.spawn(work).join()
