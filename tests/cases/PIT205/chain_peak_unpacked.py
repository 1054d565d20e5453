# why: neighbours that are unpacked from a row of values are no bounds, whatever they are called; bounds that are unpacked are
def peaks(v):
    return [b for a, b, c in zip(v, v[1:], v[2:]) if a < b > c]


def valleys(v):
    return sum(before > here < after for before, here, after in zip(v, v[1:], v[2:]))


def steps(v):
    found = 0
    for i in range(1, len(v) - 1):
        old, now, new = v[i - 1 : i + 2]
        found += old < now > new
    return found


def inside(limits):
    low, x, high = limits
    return low < x > high  # expect: PIT205


CHECKS = [
    (lambda: peaks([1, 3, 2, 5, 4]), [3, 5]),
    (lambda: valleys([1, 3, 2, 5, 4]), 1),
    (lambda: steps([1, 3, 2, 5, 4]), 2),
    (lambda: inside((1, 2, 3)), True),
]
