import time

import gevent


def work():
    time.sleep(0.15)


def start():
    return gevent.spawn(work)  # expect: PIT303
