# why: two readings of a clock around a call: `t0 >= f() <= t1` was to be a range test, as in CPython's own tests of timeouts
def fair(t0, when, t1):
    return t0 >= when() <= t1  # expect: PIT205


CHECKS = [(lambda: fair(1, lambda: 2, 3), True), (lambda: fair(4, lambda: 2, 3), False)]
