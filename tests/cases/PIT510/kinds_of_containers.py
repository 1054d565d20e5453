# why: each of these holds objects that getsizeof does not count
import sys
from collections import deque
from dataclasses import dataclass
from sys import getsizeof


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


@dataclass
class Row:
    cells: list


def filled(lines):
    data = []
    for line in lines:
        data.append(line * 10)
    return getsizeof(data)  # expect: PIT510


def report():
    print(sys.getsizeof({"name": "x" * 100}))  # expect: PIT510
    print(sys.getsizeof(("a" * 10, "b" * 10)))  # expect: PIT510
    print(sys.getsizeof({str(i) for i in range(9)}))  # expect: PIT510
    print(sys.getsizeof(list("abc")), getsizeof(deque(["a"])))  # expect: PIT510
    print(sys.getsizeof(Point(1, 2)))  # expect: PIT510
    print(sys.getsizeof(Row(["x"])))  # expect: PIT510
    if sys.getsizeof(["x" * 99]) > 1000:  # expect: PIT510
        print("large")


report()
print(filled(["a", "b"]))
