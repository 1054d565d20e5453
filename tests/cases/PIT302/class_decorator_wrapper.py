# why: the decorator is a class whose __call__ calls the function
import asyncio
import time


class Logged:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function(*args)


@Logged
def load():
    time.sleep(0.15)


async def work():
    load()  # expect: PIT302


asyncio.run(work())
