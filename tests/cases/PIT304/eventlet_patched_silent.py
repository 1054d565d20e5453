# why: patched first
import eventlet

eventlet.monkey_patch()
from time import sleep


def work():
    sleep(0.15)


eventlet.spawn(work).wait()
