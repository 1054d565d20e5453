# why: run= is the function
import time

from gevent import Greenlet


def work():
    time.sleep(0.15)


greenlet = Greenlet(run=work)  # expect: PIT303
greenlet.start()
greenlet.join()
