# why: the wrapper calls the function, which blocks
import asyncio
import functools
import time


def logged(prefix):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        return wrapper

    return decorate


@logged("x")
def load():
    time.sleep(0.15)


async def work():
    return load()  # expect: PIT302


asyncio.run(work())
