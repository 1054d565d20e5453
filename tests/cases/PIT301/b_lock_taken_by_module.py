# why: the module has taken the lock, and nobody gives it back
import asyncio
import threading

lock = threading.Lock()
lock.acquire()


async def work():
    lock.acquire(timeout=0.15)  # expect: PIT301


asyncio.run(work())
