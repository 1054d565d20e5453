# why: the nested def and the lambda are never called
import asyncio
import time


async def work():
    def pause():
        time.sleep(0.15)

    also = lambda: time.sleep(0.15)
    await asyncio.sleep(0)
    return pause, also


asyncio.run(work())
