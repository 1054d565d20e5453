# why: two memberships compared
def agree(x, a, b):
    return x in a == x in b  # expect: PIT203


CHECKS = [(lambda: agree(1, [1], [1]), True), (lambda: agree(1, [1], [2]), False), (lambda: agree(1, [], []), True)]
