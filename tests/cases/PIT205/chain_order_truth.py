# why: a truth value asked of an order, in all spellings; `== c` of something else is an equality
def asked(a, b, c):
    return (
        a < b == False,  # expect: PIT205
        a >= b != True,  # expect: PIT205
        True == a < b,  # expect: PIT205
        a < b < c == True,  # expect: PIT205
        False != a > b,  # expect: PIT205
    )


CHECKS = [(lambda: asked(1, 2, 3), (False, True, True, True, False))]
