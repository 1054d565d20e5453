# why: QUICK is True, so pause is the quick one
import asyncio
import time

QUICK = True


def slow():
    time.sleep(0.15)


def quick():
    return None


pause = quick if QUICK else slow


async def work():
    pause()


asyncio.run(work())
