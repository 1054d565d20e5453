# why: time=True is enough for time.sleep
import eventlet

eventlet.monkey_patch(time=True)
import time


def work():
    time.sleep(0.15)


eventlet.spawn(work).wait()
