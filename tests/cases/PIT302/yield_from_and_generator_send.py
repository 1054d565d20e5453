# why: the generator is driven by next and by yield from
import asyncio
import time


def ticks():
    time.sleep(0.1)
    yield 1


def outer():
    yield from ticks()


async def work():
    next(ticks())  # expect: PIT302
    list(outer())  # expect: PIT302
    [*ticks()]  # expect: PIT302
    first, = ticks()  # expect: PIT302
    print(*ticks())  # expect: PIT302


asyncio.run(work())
