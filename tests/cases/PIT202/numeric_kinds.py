# why: floats, decimals, numpy scalars, ids kept in variables and ints of unknown parts
import numpy as np


def close(a: float, b: float) -> bool:
    return a is b or abs(a - b) < 1e-9


def kind(x):
    return type(x) is float or x is np.nan or isinstance(x, bool) is True


def unique(objects):
    seen = set()
    return [o for o in objects if not (id(o) in seen or seen.add(id(o)))]


def peak(values, i):
    return values[i] > values[i - 1] < values[i + 1] if i % 2 else values[i - 1] < values[i] > values[i + 1]


def token(pos: int, end: int | None):
    return end is None or pos is not end  # expect: PIT202


CHECKS = [(lambda: close(1.0, 1.0), True), (lambda: kind(1.0), True), (lambda: len(unique([1, 1])), 1), (lambda: token(int("300"), int("300")), False)]
