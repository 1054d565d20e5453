# why: map calls gevent.spawn for each function
import time

import gevent


def work():
    time.sleep(0.15)


def more():
    time.sleep(0.15)


gevent.joinall(list(map(gevent.spawn, [work, more])))  # expect: PIT303
