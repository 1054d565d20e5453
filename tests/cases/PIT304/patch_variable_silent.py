# why: the options are not known, so they may turn it on
from gevent import monkey

OPTIONS = dict(thread=False)
monkey.patch_all(**OPTIONS)

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
