# why: the patch under the main guard comes before the greenlets run
import time

import gevent
from gevent import monkey


def work():
    time.sleep(0.15)


if __name__ == "__main__":
    monkey.patch_all()
    gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
