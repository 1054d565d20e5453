# why: who took the lock has given it back before the loop runs
import asyncio
import threading

lock = threading.Lock()
lock.acquire()


def done():
    lock.release()


async def work():
    lock.acquire(timeout=0.15)


done()
asyncio.run(work())
