# why: one name twice is one object, and `type(n) is int` compares classes
def odd(n: int, m: int):
    return n is n, type(n) is type(m), type(n) is int


CHECKS = [(lambda: odd(int("300"), 1), (True, True, True))]
