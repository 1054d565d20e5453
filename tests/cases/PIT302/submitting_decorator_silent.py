# why: the wrapper hands the function to a pool and returns its future
import asyncio
import functools
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def in_pool(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return pool.submit(function, *args, **kwargs)

    return wrapper


@in_pool
def job():
    time.sleep(0.15)


async def work():
    await asyncio.wrap_future(job())


asyncio.run(work())
