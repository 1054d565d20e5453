# why: the table holds the sleep of before the patch
import time

import gevent
from gevent import monkey

TABLE = {"wait": time.sleep}
monkey.patch_all()  # expect: PIT304


def work():
    TABLE["wait"](0.15)


gevent.spawn(work).join()
