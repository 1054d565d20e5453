# why: a truth value asked of a membership, an identity and an order, in all spellings
def asked(x, xs, y):
    return (
        x in xs is False,  # expect: PIT203
        x not in xs == True,  # expect: PIT203
        x not in xs is not True,  # expect: PIT203
        True == x in xs,  # expect: PIT203
        x is y == False,  # expect: PIT203
        x > y is True,  # expect: PIT203
        x is not None != True,  # expect: PIT203
        False is x < y < 9,  # expect: PIT203
    )


CHECKS = [(lambda: asked(1, [1], 2), (False, False, True, True, True, False, False, False))]
