# why: the timeout cannot break into time.sleep
import time

import gevent


def work():
    with gevent.Timeout(0.05, False):
        time.sleep(0.15)


gevent.spawn(work).join()  # expect: PIT303
