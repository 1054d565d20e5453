# why: the nested def is called in the loop
import asyncio
import time


async def work():
    def pause():
        time.sleep(0.15)

    pause()  # expect: PIT302


asyncio.run(work())
