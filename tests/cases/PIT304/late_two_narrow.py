# why: sleep was bound before patch_time
from gevent import monkey

monkey.patch_socket()
from time import sleep

import gevent

monkey.patch_time()  # expect: PIT304


def work():
    sleep(0.15)


gevent.spawn(work).join()
