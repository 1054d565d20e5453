# why: two functions deep
import time

import gevent


def pause():
    time.sleep(0.15)


def step():
    pause()


def work():
    for _ in range(2):
        step()


gevent.spawn(work).join()  # expect: PIT303
