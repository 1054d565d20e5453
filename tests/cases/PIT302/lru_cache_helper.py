# why: the first call of the cached helper blocks
import asyncio
import time
from functools import cache, lru_cache


@lru_cache(maxsize=None)
def load(n):
    time.sleep(0.1)
    return n


@cache
def load_again(n):
    time.sleep(0.1)
    return n


async def work():
    load(1)  # expect: PIT302
    load_again(1)  # expect: PIT302


asyncio.run(work())
