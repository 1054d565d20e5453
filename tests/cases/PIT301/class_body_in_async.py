# why: the body of a class in the coroutine runs in the loop
import asyncio
import time


async def work():
    class Config:
        started = time.sleep(0.15)  # expect: PIT301

    return Config


asyncio.run(work())
