# why: the thread runs, and nobody waits for it in join()
import time
from threading import Thread

import gevent
from gevent import monkey

monkey.patch_all()


def nap():
    time.sleep(0.05)


def work():
    Thread(target=nap, daemon=True).start()
    gevent.sleep(0.1)


gevent.spawn(work).join()
