# why: os.system is never patched
import eventlet

eventlet.monkey_patch()
import os


def work():
    os.system("sleep 0.15")


eventlet.spawn(work).wait()  # expect: PIT303
