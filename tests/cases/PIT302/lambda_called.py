# why: the lambda is called right here
import asyncio
import time


async def work():
    (lambda: time.sleep(0.15))()  # expect: PIT302
    nap = lambda: time.sleep(0.15)
    nap()  # expect: PIT302


asyncio.run(work())
