# why: the default of a def in the coroutine is evaluated in the loop
import asyncio
import time


async def work():
    def inner(pause=time.sleep(0.15)):  # expect: PIT301
        return pause

    await asyncio.sleep(0)
    return inner
    # the default stands on the def's line


asyncio.run(work())
