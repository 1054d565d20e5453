# why: the constant keeps the sleep from being evaluated
import asyncio
import time

VERBOSE = False


async def work():
    VERBOSE and time.sleep(0.15)
    value = 1 if not VERBOSE else time.sleep(0.15)
    return value or time.sleep(0.15)


asyncio.run(work())
