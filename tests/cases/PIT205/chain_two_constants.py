# why: a range test whose second link compares two constants, from CPython's statistics
def in_band(p):
    return p >= 0.004 < 0.499, 1 < 9 > p  # expect: PIT205


CHECKS = [(lambda: in_band(0.2), (True, False)), (lambda: in_band(0.7), (False, False)), (lambda: in_band(5), (False, True))]
