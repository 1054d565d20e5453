# why: gevent's thread pool runs the function in a real thread
import time

import gevent
from gevent.threadpool import ThreadPool


def work():
    time.sleep(0.15)


pool = ThreadPool(2)
pool.spawn(work).get()
gevent.get_hub().threadpool.apply(work)
gevent.get_hub().threadpool.spawn(work).get()
