# why: the patch covers sockets alone, which were not bound before
from time import monotonic

from gevent import monkey

monkey.patch_socket()

import gevent


def work():
    gevent.sleep(0.15)
    return monotonic()


gevent.spawn(work).join()
