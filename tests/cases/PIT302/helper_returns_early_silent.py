# why: nothing is asked for, so the helper returns at once
import asyncio
import time


def fetch(items):
    if not items:
        return []
    time.sleep(0.15)
    return items


async def work():
    return fetch([])


asyncio.run(work())
