# why: the greenlets are started in a loop, by a pool, and by a function that is handed one
import time

import gevent
from gevent import Greenlet
from gevent.pool import Group


def work():
    time.sleep(0.1)


def start(greenlet):
    greenlet.start()


made = [Greenlet(work) for _ in range(1)]  # expect: PIT303
for one in made:
    one.start()
group = Group()
second = Greenlet(work)  # expect: PIT303
group.start(second)
third = Greenlet(work)  # expect: PIT303
start(third)
gevent.joinall([*made, second, third])
