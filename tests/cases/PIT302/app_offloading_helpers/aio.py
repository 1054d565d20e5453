import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

_pool = ThreadPoolExecutor(2)


async def run_blocking(function, *args, **kwargs):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_pool, functools.partial(function, *args, **kwargs))


def in_thread(function):
    return asyncio.to_thread(function)


def threaded(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return asyncio.get_running_loop().run_in_executor(None, lambda: function(*args, **kwargs))

    return wrapper
