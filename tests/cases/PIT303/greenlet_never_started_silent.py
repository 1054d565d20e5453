# why: the greenlet is made and never started
import time

import gevent
from gevent import Greenlet


def work():
    time.sleep(0.15)


made = Greenlet(work)
gevent.sleep(0.05)
print(made.started)
