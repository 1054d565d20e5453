# why: an item is there, or there is room, or nobody waits
import asyncio
import queue

items = queue.Queue()


async def work():
    items.put(1)
    items.get()
    items.put(1)
    while not items.empty():
        items.get()
    if items.qsize():
        items.get()
    items.put(2)
    items.put(3)
    items.get()
    items.get()
    bounded = queue.Queue(maxsize=2)
    bounded.put(1)
    bounded.put(1)
    try:
        bounded.put(1, block=False)
    except queue.Full:
        pass
    try:
        items.get(timeout=0)
    except queue.Empty:
        pass
    await asyncio.sleep(0)


asyncio.run(work())
