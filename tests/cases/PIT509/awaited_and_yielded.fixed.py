# why: an awaited value, a yielded one, a tuple, a value over several lines, comments at the ends of both lines
# options: --select PIT509
import asyncio


async def fetched(x):
    return await asyncio.sleep(0, x)


def asked():
    return (yield 1)


def pair(a, b):
    return a, b


def long(a, b):
    return (  # of both
        a
        + b
    )  # summed


def guarded(path):
    try:
        return len(path)
    finally:
        print("done")


def chosen(x):
    if x: return 1
    return 0


generator = asked()
next(generator)
print(asyncio.run(fetched(1)), pair(1, 2), long(1, 2), guarded("ab"), chosen(1))
