# why: nobody takes an item from the generator expression
import asyncio
import time


async def work():
    lazy = (time.sleep(0.15) for _ in range(3))
    await asyncio.sleep(0)
    return lazy


asyncio.run(work())
