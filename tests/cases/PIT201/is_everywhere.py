# why: the places in which a comparison can stand
import functools


def plenty(values, n=int("300") is 300):  # expect: PIT201
    keep = [v for v in values if v is 300]  # expect: PIT201
    pick = {v: v is not 300 for v in values}  # expect: PIT201
    some = any(v is 300 for v in values)  # expect: PIT201
    size = len(values) if values[0] is 300 else 0  # expect: PIT201
    while values[0] is not 300:  # expect: PIT201
        break
    test = functools.reduce(lambda a, b: a or b is 300, values, False)  # expect: PIT201
    if (first := values[0]) is not 300:  # expect: PIT201
        return "never", first
    return n, len(keep), list(pick.values()), some, size, test


CHECKS = [(lambda: plenty([int("300"), int("300")]), (True, 2, [False], True, 2, True))]
