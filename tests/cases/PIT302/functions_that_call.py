# why: library functions that call what they are given, now
import asyncio
import functools
import itertools
import operator
import re
import time


def slow(*args):
    time.sleep(0.1)
    return "x"


def add(a, b):
    time.sleep(0.1)
    return a


class Job:
    def go(self):
        time.sleep(0.1)


async def main():
    functools.reduce(add, [1, 2])  # expect: PIT302
    list(itertools.starmap(add, [(1, 2)]))  # expect: PIT302
    re.sub("a", slow, "a")  # expect: PIT302
    items = [1]
    items.sort(key=slow)  # expect: PIT302
    any(slow(n) for n in range(1))  # expect: PIT302
    getattr(Job(), "go")()  # expect: PIT302
    dict((slow(n), n) for n in range(1))  # expect: PIT302
    lazy = map(slow, [1])
    table = {"slow": slow, "go": Job.go}
    key = operator.attrgetter("go")
    await asyncio.sleep(0)
    return lazy, table, key


asyncio.run(main())
