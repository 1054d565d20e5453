# why: gevent's star import brings spawn
import time

from gevent import *


def work():
    time.sleep(0.15)


spawn(work).join()  # expect: PIT303
