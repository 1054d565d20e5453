# why: the old name is used by the main program alone
import time
from time import sleep

import gevent
from gevent import monkey

monkey.patch_all()


def warm_up():
    sleep(0.1)


def work():
    time.sleep(0.15)


warm_up()
gevent.spawn(work).join()
