# why: lengths stay small, distances and ratios are floats, a caller hands over a float, other roundings and other roots
import cmath
import math


def grid(items):
    size = len(items)
    return int(math.sqrt(size)), math.floor(len(items) ** 0.5)


def distance(x1, y1, x2, y2):
    return int(math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2))


def side(area):
    return int(math.sqrt(area))


def scaled(width, height, factor=1.5):
    return int(math.sqrt(width * height / 2)), int(math.sqrt(factor)), int(math.sqrt(float(width)))


def others(n):
    return math.ceil(math.sqrt(n)), round(math.sqrt(n)), int(n ** (1 / 3)), int(abs(cmath.sqrt(n))), int(math.sqrt(n) + 0.5), int(math.sqrt(100))


print(grid("abcd"), distance(0.0, 0.0, 3.0, 4.5), side(2.25), scaled(3, 4), others(10))
