# why: every blocking function goes through a helper of the project that hands it to a thread
import asyncio
import time

from aio import in_thread, run_blocking, threaded


def slow(n):
    time.sleep(0.15)
    return n


@threaded
def slower(n):
    time.sleep(0.15)
    return n


async def work():
    await run_blocking(slow, 1)
    await in_thread(lambda: slow(1))
    await slower(1)


asyncio.run(work())
