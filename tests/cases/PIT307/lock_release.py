# why: release is only named: the lock stays taken
import threading

lock = threading.Lock()


def guarded(value):
    lock.acquire()
    print(value)
    lock.release  # expect: PIT307


guarded(1)
print("free:", lock.acquire(timeout=0.1))
