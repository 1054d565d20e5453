# why: the decorator's wrapper sleeps before the call
import asyncio
import functools
import time


def slowly(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        time.sleep(0.15)
        return function(*args, **kwargs)

    return wrapper


@slowly
def load():
    return 1


async def work():
    return load()  # expect: PIT302


asyncio.run(work())
