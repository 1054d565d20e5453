# why: the module gives gevent.spawn another name
import time

import gevent

background = gevent.spawn


def work():
    time.sleep(0.15)


background(work).join()  # expect: PIT303
