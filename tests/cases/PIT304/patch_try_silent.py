# why: the usual try around the patch
try:
    import gevent.monkey

    gevent.monkey.patch_all()
except ImportError:
    pass
import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
