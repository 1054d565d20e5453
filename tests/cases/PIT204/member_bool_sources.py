# why: other things that are bools: not, and, isinstance, a parameter, a function, a conditional
def is_large(n):
    return n > 3


def look(a, flag: bool):
    return (
        (not a) in [0, 2],  # expect: PIT204
        isinstance(a, int) in [1, 2],  # expect: PIT204
        flag in (1, 2),  # expect: PIT204
        is_large(a) in {1, 7},  # expect: PIT204
        (a > 1 and a < 9) in [0, 5],  # expect: PIT204
        (a == 1 if flag else a == 2) not in [1, 2],  # expect: PIT204
        "x".startswith("x") in (1, 3),  # expect: PIT204
    )


CHECKS = [(lambda: look(5, True), (False, False, False, False, True, True, False))]
