# why: apply_async and map_async spawn greenlets
import time

from gevent.pool import Pool


def work(n):
    time.sleep(0.15)
    return n


pool = Pool(2)
first = pool.apply_async(work, (1,))  # expect: PIT303
second = pool.map_async(work, [1, 2])  # expect: PIT303
first.get()
second.get()
