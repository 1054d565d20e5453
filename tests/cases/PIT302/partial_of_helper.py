# why: the partial of the helper is called in the loop
import asyncio
import time
from functools import partial


def pause(seconds):
    time.sleep(seconds)


async def work():
    partial(pause, 0.15)()  # expect: PIT302
    short = partial(pause, 0.15)
    short()  # expect: PIT302


asyncio.run(work())
