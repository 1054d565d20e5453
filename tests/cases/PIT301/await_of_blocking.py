# why: what is awaited is what time.sleep gives, after it has slept
import asyncio
import time


async def work():
    try:
        await time.sleep(0.15)  # expect: PIT301
    except TypeError:
        pass


asyncio.run(work())
