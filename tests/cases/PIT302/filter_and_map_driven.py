# why: filter and map call the helper where they are driven
import asyncio
import time


def keep(n):
    time.sleep(0.1)
    return n


async def work():
    list(filter(keep, [1]))  # expect: PIT302
    for _ in map(keep, [1]):  # expect: PIT302
        pass
    tuple(enumerate(map(keep, [1])))  # expect: PIT302
    [n for n in filter(keep, [1])]  # expect: PIT302
    sum(map(keep, [1]))  # expect: PIT302
    next(map(keep, [1]))  # expect: PIT302


asyncio.run(work())
