# why: what is given back stays empty; __sizeof__ says what it counts
import sys


def nothing():
    out = []
    return out


class Box:
    def __init__(self):
        self.things = ["a", "b"]

    def __sizeof__(self):
        return sys.getsizeof(self.things)


print(sys.getsizeof(nothing()), sys.getsizeof(Box()))
