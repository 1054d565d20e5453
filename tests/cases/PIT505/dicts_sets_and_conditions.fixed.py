# why: a dict by item assignment, a set with a condition, tuples as values, an async loop; the rewriting prints the same
# options: --select PIT505
import asyncio


def by_name(pairs):
    found = {name.upper(): age for name, age in pairs}
    return found


def grown(pairs):
    names = {name for name, age in pairs if (age >= 18 if age else False)}
    rows = [(name, age) for name, age in pairs]
    copied = dict({"a": 1}.items())
    return names, rows, copied


async def numbers():
    for i in range(3):
        yield i


async def collected():
    out = [i * 2 async for i in numbers()]
    return out


def read(path):
    with open(path) as f:
        lines = [line.strip() for line in f]
    return lines


people = [("Ann", 20), ("Bob", 3), ("Eve", None)]
print(by_name(people), sorted(grown(people)[0]), grown(people)[1:], asyncio.run(collected()), len(read(__file__)))
