# why: patch_item replaces time.sleep
import time

import gevent
from gevent import monkey

monkey.patch_item(time, "sleep", gevent.sleep)


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
