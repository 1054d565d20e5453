# why: the comparison is kept in a name first
def hit(score, limit):
    passed = score >= limit
    return passed in (1, 2, 3), passed not in {1, 4}  # expect: PIT204


CHECKS = [(lambda: hit(9, 3), (False, True))]
