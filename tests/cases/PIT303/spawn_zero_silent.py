# why: sleep(0) does not wait
import time

import gevent


def work():
    time.sleep(0)


gevent.spawn(work).join()
