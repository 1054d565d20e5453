# why: the event is set before anyone waits for it
import asyncio
import threading


async def work():
    ready = threading.Event()
    ready.set()
    ready.wait()
    other = threading.Event()
    if other.is_set():
        other.wait()
    other.wait(0)
    other.wait(timeout=0)
    await asyncio.to_thread(other.wait, 0.05)


asyncio.run(work())
