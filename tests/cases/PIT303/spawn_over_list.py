# why: both functions of the list block
import time

import gevent


def work():
    time.sleep(0.15)


def more():
    time.sleep(0.15)


tasks = []
for function in (work, more):
    tasks.append(gevent.spawn(function))  # expect: PIT303
gevent.joinall(tasks)
