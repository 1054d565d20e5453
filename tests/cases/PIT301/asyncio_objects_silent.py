# why: asyncio's queue, event and futures are awaited
import asyncio


async def work():
    queue = asyncio.Queue()
    event = asyncio.Event()
    event.set()
    queue.put_nowait(1)
    await queue.get()
    await event.wait()
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    task.result()
    await asyncio.Semaphore().acquire()


asyncio.run(work())
