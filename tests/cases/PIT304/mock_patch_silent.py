# why: time.sleep is replaced while the greenlet runs
import time
from unittest import mock

import gevent


def work():
    time.sleep(0.15)


with mock.patch("time.sleep", gevent.sleep):
    gevent.spawn(work).join()
