# why: patch_socket does not cover time.sleep
from gevent.monkey import patch_socket

patch_socket()

import time

import gevent


def work():
    time.sleep(0.15)


gevent.spawn(work).join()  # expect: PIT303
