# why: with a constant at an end or in the middle each value is compared with what it should be; right
import enum

LIMIT = 9


class Color(enum.Enum):
    RED = 1


def inner(x, v, a):
    return 0 != x != len(v), x != a != None, a != 0 != x, x != a != Color.RED, x != LIMIT != a, x != a != -1


CHECKS = [(lambda: inner(1, [1, 2], 3), (True,) * 6)]
