# why: both places are taken
import asyncio
import threading


async def work():
    gate = threading.BoundedSemaphore(2)
    gate.acquire()
    gate.acquire()
    gate.acquire(timeout=0.15)  # expect: PIT301


asyncio.run(work())
