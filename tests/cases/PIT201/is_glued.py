# why: an operator that touches its operands
def odd(n):
    return (n is-1000, n is not(1000), (n)is(1000), 1000 is(n))  # expect: PIT201


CHECKS = [(lambda: odd(int("1000")), (False, False, True, True))]
