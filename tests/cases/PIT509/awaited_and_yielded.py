# why: an awaited value, a yielded one, a tuple, a value over several lines, comments at the ends of both lines
# options: --select PIT509
import asyncio


async def fetched(x):
    data = await asyncio.sleep(0, x)
    return data  # expect: PIT509


def asked():
    answer = yield 1
    return answer  # expect: PIT509


def pair(a, b):
    both = a, b
    return both  # expect: PIT509


def long(a, b):
    total = (  # of both
        a
        + b
    )  # summed

    return total  # expect: PIT509


def guarded(path):
    try:
        size = len(path)
        return size  # expect: PIT509
    finally:
        print("done")


def chosen(x):
    if x: y = 1; return y  # expect: PIT509
    return 0


generator = asked()
next(generator)
print(asyncio.run(fetched(1)), pair(1, 2), long(1, 2), guarded("ab"), chosen(1))
