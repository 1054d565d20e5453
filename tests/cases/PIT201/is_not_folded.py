# why: what the compiler makes no int of, it does not warn of: a condition, a call, a name, a number too large to fold
LIMIT = 300


def shapes(x, y):
    return x is LIMIT, x is (1 if y else None), x is y[0], x is int, x is {1: 2}.get(1), x is (not 1)


CHECKS = [(lambda: shapes(None, [1]), (False, False, False, False, False, False))]
