# why: two truth values
def agree(x, a, b):
    return (x in a) == (x in b)


CHECKS = [(lambda: agree(1, [1], [1]), True), (lambda: agree(1, [1], [2]), False), (lambda: agree(1, [], []), True)]
