# why: the patches are named in a loop
from gevent import monkey

for part in ("time", "socket"):
    getattr(monkey, f"patch_{part}")()
import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
