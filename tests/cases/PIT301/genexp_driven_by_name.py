# why: the for loop drives the generator expression
import asyncio
import time


async def work():
    lazy = (time.sleep(0.05) for _ in range(2))
    for _ in lazy:  # expect: PIT301
        pass


asyncio.run(work())
