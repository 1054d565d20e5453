# why: the Thread of before the patch waits forever in join()
# python: <3.13
import time
from threading import Thread

import gevent
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def nap():
    time.sleep(0.05)


def work():
    thread = Thread(target=nap)
    thread.start()
    thread.join()


gevent.spawn(work).join()
