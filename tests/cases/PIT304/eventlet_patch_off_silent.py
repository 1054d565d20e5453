# why: socket=False leaves all others on
import eventlet

eventlet.monkey_patch(socket=False)
import time


def work():
    time.sleep(0.15)


eventlet.spawn(work).wait()
