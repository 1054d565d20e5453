# why: spawn_n's green thread stops the hub
import time

import eventlet


def work():
    time.sleep(0.15)


eventlet.spawn_n(work)  # expect: PIT303
eventlet.sleep(0.3)
