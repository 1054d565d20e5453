# why: a function fills the container and gives it back; an object is given its attribute from outside
import sys


def fill(n):
    out = []
    for i in range(n):
        out.append("item %d" % i)
    return out


def table(n) -> dict:
    rows = {}
    for i in range(n):
        rows[i] = str(i)
    return rows


class Box:
    pass


box = Box()
box.things = ["a", "b"]
items = fill(3)
print(sys.getsizeof(items))  # expect: PIT510
print(sys.getsizeof(table(3)))  # expect: PIT510
print(sys.getsizeof(box))  # expect: PIT510
