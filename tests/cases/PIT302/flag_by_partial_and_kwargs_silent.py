# why: each call tells the helper not to wait
import asyncio
import functools
import time

OPTIONS = {"wait": False}


def fetch(wait=True):
    if wait:
        time.sleep(0.15)


async def work():
    functools.partial(fetch, wait=False)()
    fetch(**OPTIONS)
    fetch(wait=0)


asyncio.run(work())
