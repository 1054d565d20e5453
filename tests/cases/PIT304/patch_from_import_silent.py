# why: patch_all by name, patched first
from gevent.monkey import patch_all

patch_all()
from time import sleep

import gevent


def work():
    sleep(0.15)


gevent.spawn(work).join()
