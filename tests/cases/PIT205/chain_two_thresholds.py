# why: more than a constant and more than a computed limit, from real code; right as written
def should_grow(pending, total, threads):
    return 0.4 < pending > 1.9 * (total / threads), 1 <= pending >= total


CHECKS = [(lambda: should_grow(3, 1, 1), (True, True)), (lambda: should_grow(1, 1, 1), (False, True))]
