# why: the star import bound sleep before the patch
from time import *

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    sleep(0.15)


gevent.spawn(work).join()
