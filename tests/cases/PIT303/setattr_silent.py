# why: setattr replaces time.sleep
import time

import gevent

setattr(time, "sleep", gevent.sleep)


def work():
    time.sleep(0.15)


gevent.spawn(work).join()
