# why: four values
def dice(a, b, c, d):
    return a != b != c != d  # expect: PIT205


CHECKS = [(lambda: dice(1, 2, 1, 3), False), (lambda: dice(1, 2, 3, 4), True)]
