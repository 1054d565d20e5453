# why: the loop calls the helper later
import asyncio
import time
from functools import partial


def pause():
    time.sleep(0.1)


async def work():
    loop = asyncio.get_running_loop()
    loop.call_later(0, pause)  # expect: PIT302
    loop.call_at(loop.time(), pause)  # expect: PIT302
    loop.call_soon(partial(time.sleep, 0.1))  # expect: PIT302
    loop.call_soon(print, "fine")
    await asyncio.sleep(0.01)


asyncio.run(work())
