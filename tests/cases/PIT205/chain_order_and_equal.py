# why: an order and an equality of values, as written; right
def fits(a, b, c):
    return 0 < a == b, len(a * "x") == len(b * "x") > 0, a == b == True, a <= b == c, a == b != c


CHECKS = [(lambda: fits(1, 1, 1), (True, True, True, True, False))]
