# why: the decorator knows coroutine functions and awaits between its tries
import asyncio
import functools
import inspect
import time


def retry(function):
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def wrapper(*args):
            try:
                return await function(*args)
            except ValueError:
                await asyncio.sleep(0.1)

    else:

        @functools.wraps(function)
        def wrapper(*args):
            try:
                return function(*args)
            except ValueError:
                time.sleep(0.1)

    return wrapper


@retry
async def flaky():
    raise ValueError


async def work():
    await flaky()


asyncio.run(work())
