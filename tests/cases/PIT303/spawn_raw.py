# why: spawn_raw's greenlet stops the hub
import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn_raw(work)  # expect: PIT303
gevent.sleep(0.3)
