# why: nothing is in the queues, and the last one is full
import asyncio
import multiprocessing
import queue


async def work():
    for kind in (queue.LifoQueue, queue.PriorityQueue):
        try:
            kind().get(timeout=0.1)  # expect: PIT301
        except queue.Empty:
            pass
    try:
        queue.SimpleQueue().get(timeout=0.1)  # expect: PIT301
    except queue.Empty:
        pass
    full = queue.Queue(maxsize=1)
    full.put(1)
    try:
        full.put(2, timeout=0.1)  # expect: PIT301
    except queue.Full:
        pass
    other = multiprocessing.Queue()
    try:
        other.get(True, 0.1)  # expect: PIT301
    except queue.Empty:
        pass


asyncio.run(work())
