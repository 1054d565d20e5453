# why: the module was changed in place
import threading
import time

import gevent
from gevent import monkey

monkey.patch_all()


def nap():
    time.sleep(0.05)


def work():
    thread = threading.Thread(target=nap)
    thread.start()
    thread.join()


gevent.spawn(work).join()
