# why: a dict by item assignment, a set with a condition, tuples as values, an async loop; the rewriting prints the same
# options: --select PIT505
import asyncio


def by_name(pairs):
    found = {}
    for name, age in pairs:  # expect: PIT505
        found[name.upper()] = age
    return found


def grown(pairs):
    names = set()
    for name, age in pairs:  # expect: PIT505
        if age >= 18 if age else False:
            names.add(name)
    rows = list()
    for name, age in pairs:  # expect: PIT505
        rows.append((name, age))
    copied = dict()
    for key, value in {"a": 1}.items():  # expect: PIT505
        copied[key] = value
    return names, rows, copied


async def numbers():
    for i in range(3):
        yield i


async def collected():
    out = []
    async for i in numbers():  # expect: PIT505
        out.append(i * 2)
    return out


def read(path):
    with open(path) as f:
        lines = []
        for line in f:  # expect: PIT505
            lines.append(line.strip())
    return lines


people = [("Ann", 20), ("Bob", 3), ("Eve", None)]
print(by_name(people), sorted(grown(people)[0]), grown(people)[1:], asyncio.run(collected()), len(read(__file__)))
