# why: time=False with all=True leaves time.sleep
import eventlet

eventlet.monkey_patch(all=True, time=False)
import time


def work():
    time.sleep(0.15)


eventlet.spawn(work).wait()  # expect: PIT303
