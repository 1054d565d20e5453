# why: rows become tuples, unknown pairs, an async loop, a condition, two loops, a generator that is kept, an object asked for its length
# options: --select PIT506
import asyncio


class Ring:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len([item for item in self])


async def numbers():
    yield 1


async def collected():
    return [n async for n in numbers()]


def changed(rows, pairs):
    tuples = [(a, b) for a, b in rows]
    mapping = {k: v for k, v in pairs}
    swapped = {v: k for k, v in mapping.items()}
    flat = [x for row in rows for x in row]
    some = [row for row in rows if row]
    kept = (row for row in rows)
    other = [row for other in rows]  # noqa: F821
    return tuples, mapping, swapped, flat, some, kept, other


row = 0
print(len(Ring("ab")), asyncio.run(collected()), changed([[1, 2]], [("a", 1)])[:5])
