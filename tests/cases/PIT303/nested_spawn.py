# why: the server greenlet spawns one that blocks
import time

import gevent


def handle(n):
    time.sleep(0.15)


def serve():
    for n in range(2):
        gevent.spawn(handle, n)  # expect: PIT303
    gevent.sleep(0.5)


gevent.spawn(serve).join()
