# why: nobody holds the locks, so nothing waits
import asyncio
import threading

lock = threading.Lock()
gate = threading.Semaphore(2)


async def work():
    lock.acquire()
    lock.release()
    lock.acquire()
    lock.release()
    with lock:
        pass
    with lock:
        pass
    gate.acquire()
    gate.acquire()
    gate.release()
    gate.acquire()
    if lock.acquire(blocking=False):
        lock.acquire(timeout=0)
        lock.acquire(False)
    lock.release()
    again = threading.RLock()
    again.acquire()
    again.acquire()


asyncio.run(work())
