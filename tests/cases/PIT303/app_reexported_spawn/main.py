# why: compat gives gevent.spawn another name
import time

from compat import go


def work():
    time.sleep(0.15)


go(work).join()  # expect: PIT303
