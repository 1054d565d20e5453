# why: `n % 2 == 0 not in seen` looks 0 up, not n
def fresh(n, seen):
    return n % 2 == 0 not in seen  # expect: PIT203


CHECKS = [(lambda: fresh(4, [4]), False), (lambda: fresh(4, [0]), True)]
