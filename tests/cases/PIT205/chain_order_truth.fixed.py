# why: what was meant
def asked(a, b, c):
    return (
        not a < b,
        not a >= b,
        a < b,
        a < b < c,
        a > b,
    )


CHECKS = [(lambda: asked(1, 2, 3), (False, True, True, True, False))]
