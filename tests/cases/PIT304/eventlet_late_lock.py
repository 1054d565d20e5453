# why: the lock was made before monkey_patch()
import threading

import eventlet

lock = threading.Lock()
lock.acquire()
eventlet.monkey_patch()  # expect: PIT304


def work():
    lock.acquire(timeout=0.15)


eventlet.spawn(work).wait()
