# why: eventlet.sleep gives the hub back
import eventlet
from eventlet import sleep


def work():
    sleep(0.15)
    eventlet.sleep(0.1)


eventlet.spawn(work).wait()
