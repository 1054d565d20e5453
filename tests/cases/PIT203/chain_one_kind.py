# why: chains of one kind: identities, memberships, an order; right
def kinds(a, b, c):
    return a is b is None, type(a) is type(b) is int, a in b in [b], a is not b is not None, a == b == c, a < c <= 9


CHECKS = [(lambda: kinds(1, [1], 2)[0], False)]
