# why: a number looked up among ints, of which nothing says that it is a bool
def look(n, flag):
    state = 1 if flag else 0
    return n in [1, 2], state in (0, 1), (n + 1) in [2], -n in (1,), (n and 3) in [3]


CHECKS = [(lambda: look(1, True), (True, True, True, False, True))]
