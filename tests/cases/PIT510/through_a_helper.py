# why: every call hands over a container; the dict of an object and the words of a text are containers too
import sys


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def show(label, value):
    print(label, sys.getsizeof(value), "bytes")  # expect: PIT510


show("list", ["x" * 10])
show("tuple", ("x" * 10, 1))
p = Point(1000, 2000)
print(sys.getsizeof(p.__dict__))  # expect: PIT510
print(sys.getsizeof("a b c".split()))  # expect: PIT510
