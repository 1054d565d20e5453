# why: nobody takes an item from the map
import asyncio
import time


def load(n):
    time.sleep(0.15)
    return n


async def work():
    lazy = map(load, [1])
    also = filter(load, [1])
    await asyncio.sleep(0)
    return lazy, also


asyncio.run(work())
