# why: GREEN is True, so pause is gevent's
import time

import gevent

GREEN = True
pause = gevent.sleep if GREEN else time.sleep


def work():
    pause(0.15)
    if not GREEN:
        time.sleep(0.15)


gevent.spawn(work).join()
