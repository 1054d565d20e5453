# why: __next__ blocks
import asyncio
import time


class Ticks:
    def __init__(self):
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        time.sleep(0.15)
        return 1


async def work():
    for _ in Ticks():  # expect: PIT302
        await asyncio.sleep(0)
    list(Ticks())  # expect: PIT302


asyncio.run(work())
