# why: a GreenPool's threads stop the hub
import time

import eventlet


def work(n=0):
    time.sleep(0.15)
    return n


pool = eventlet.GreenPool(2)
pool.spawn(work)  # expect: PIT303
pool.spawn_n(work)  # expect: PIT303
pool.waitall()
print(list(pool.imap(work, [1, 2])))  # expect: PIT303
