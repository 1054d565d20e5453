# why: the only caller passes another function
import asyncio
import time


async def work(pause=time.sleep):
    result = pause(0.15)
    return result


asyncio.run(work(pause=lambda seconds: None))
