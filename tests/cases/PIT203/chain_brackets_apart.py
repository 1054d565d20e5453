# why: brackets, calls and items are operands, not links
def apart(a, b, xs, known):
    return a != (b not in known), (a, b != a) in known, xs[a == b] in known, max(a, b) != (a in xs)


CHECKS = [(lambda: apart(1, 2, [1, 2], [(1, True)]), (False, True, False, True))]
