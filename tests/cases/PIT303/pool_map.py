# why: each item's greenlet stops the hub
import time

from gevent.pool import Pool


def work(n):
    time.sleep(0.15)
    return n


print(Pool(2).map(work, range(2)))  # expect: PIT303
