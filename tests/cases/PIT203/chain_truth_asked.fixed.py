# why: what was meant
def asked(x, xs, y):
    return (
        x not in xs,
        x not in xs,
        x in xs,
        x in xs,
        x is not y,
        x > y,
        x is None,
        not x < y < 9,
    )


CHECKS = [(lambda: asked(1, [1], 2), (False, False, True, True, True, False, False, False))]
