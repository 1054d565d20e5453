# why: the items are measured too, two shallow sizes are compared, growth is watched, a class says its own size or has slots
import sys
from sys import getsizeof


class Slotted:
    __slots__ = ("x",)


class Known:
    def __init__(self):
        self.data = ["x"] * 9

    def __sizeof__(self):
        return object.__sizeof__(self) + sum(map(getsizeof, self.data))


def deep(value, seen=None):
    size = getsizeof(value)
    if isinstance(value, dict):
        size += sum(deep(k) + deep(v) for k, v in value.items())
    elif isinstance(value, (list, tuple)):
        size += sum(deep(item) for item in value)
    return size


def total():
    words = ["a" * 50, "b" * 50]
    table = {"k": "v"}
    return getsizeof(words) + sum(getsizeof(word) for word in words), getsizeof(table) + sum(map(getsizeof, table.values()))


def one_by_one():
    pair = ("a" * 50, "b" * 50)
    return getsizeof(pair) + getsizeof(pair[0]) + getsizeof(pair[1])


def growth():
    grown = []
    for i in range(9):
        grown.append(i)
        print(len(grown), getsizeof(grown))


def slots():
    return getsizeof([1, 2]) - getsizeof([]), getsizeof([1, 2]) < getsizeof([1, 2, 3])


growth()
print(getsizeof(Slotted()), getsizeof(Known()), deep([1, "a"]), total(), one_by_one(), slots())
print(getsizeof(range(99)), getsizeof(i for i in "ab"), getsizeof(lambda: 0), getsizeof({}.keys()))
