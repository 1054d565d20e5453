# why: starts later and stops the hub then
import time

import eventlet


def work():
    time.sleep(0.15)


eventlet.spawn_after(0.01, work).wait()  # expect: PIT303
