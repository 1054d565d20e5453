# why: the helper sleeps for no time
import asyncio
import time


def pause(seconds=0):
    time.sleep(seconds)


def close(wait=False):
    if wait:
        time.sleep(0.15)


async def work():
    pause()
    pause(0)
    close()
    close(wait=False)


asyncio.run(work())
