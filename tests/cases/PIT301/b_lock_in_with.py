# why: the lock is held by the with block around
import asyncio
import threading

lock = threading.Lock()


async def work():
    with lock:
        lock.acquire(timeout=0.15)  # expect: PIT301


asyncio.run(work())
