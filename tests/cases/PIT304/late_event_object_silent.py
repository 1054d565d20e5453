# why: an Event or Queue of before waits through what the patch has replaced
import queue
import threading

import gevent
from gevent import monkey

ready = threading.Event()
items = queue.Queue()
monkey.patch_all()


def work():
    ready.wait(0.15)
    try:
        items.get(timeout=0.15)
    except queue.Empty:
        pass


gevent.spawn(work).join()
