# why: of the two wrappers the sync one is made for the sync function
import asyncio
import functools
import inspect
import time


def retry(function):
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def wrapper(*args):
            await asyncio.sleep(0.1)
            return await function(*args)

    else:

        @functools.wraps(function)
        def wrapper(*args):
            time.sleep(0.1)
            return function(*args)

    return wrapper


@retry
def count():
    return 1


async def work():
    count()  # expect: PIT302


asyncio.run(work())
