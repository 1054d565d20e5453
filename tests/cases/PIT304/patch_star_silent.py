# why: patch_all by a star import, first
from gevent.monkey import *

patch_all()
import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
