# why: `round` with digits gives floats, and what nobody knows stays unknown
def same(a, b, c):
    return round(a, 1) is round(b, 1), round(c) is None


CHECKS = [(lambda: same(1.25, 1.25, 1.5), (False, False))]
