# why: the helper calls what it is handed
import asyncio
import time


def apply(function, value):
    return function(value)


def nap(seconds):
    time.sleep(seconds)


async def work():
    apply(nap, 0.15)  # expect: PIT302
    apply(print, 1)
    apply(time.sleep, 0.15)  # expect: PIT302


asyncio.run(work())
