# why: the loops have nothing to go over
import asyncio
import time


async def work():
    for _ in ():
        time.sleep(0.15)
    for _ in range(0):
        time.sleep(0.15)
    while False:
        time.sleep(0.15)


asyncio.run(work())
