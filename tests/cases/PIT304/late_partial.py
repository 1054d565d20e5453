# why: the partial holds the old function
import time
from functools import partial

import gevent
from gevent import monkey

pause = partial(time.sleep, 0.15)
monkey.patch_all()  # expect: PIT304


def work():
    pause()


gevent.spawn(work).join()
