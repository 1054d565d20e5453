# why: `type(a) == type(b) is int` says of two equal classes which one it is; right
def ints(a, b):
    return type(a) == type(b) is int, type(a) == type(b) is not bool


CHECKS = [(lambda: ints(1, 2), (True, True)), (lambda: ints(True, True), (False, False))]
