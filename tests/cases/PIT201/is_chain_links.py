# why: an int in the middle and at the end of an identity chain
def both(a, b):
    return a is 300 is b, a is b is not 300  # expect: PIT201


CHECKS = [(lambda: both(int("300"), int("300")), (True, False))]
