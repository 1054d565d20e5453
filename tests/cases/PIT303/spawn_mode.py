# why: the mode that the greenlet is handed decides whether it waits
import time

import gevent


def run(mode, wait=False):
    if mode == "slow":
        time.sleep(0.15)
    if wait:
        time.sleep(0.15)


gevent.spawn(run, "quick").join()
gevent.spawn(run, "quick", wait=False).join()
gevent.spawn(run, "slow").join()  # expect: PIT303
gevent.spawn(run, "quick", wait=True).join()  # expect: PIT303
