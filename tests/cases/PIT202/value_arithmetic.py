# why: sums and products of ints
def twice(a: int, b: int):
    return a + b is not a * 2, -a is -b, (a if b else 0) is b  # expect: PIT202


CHECKS = [(lambda: twice(int("300"), int("300")), (False, True, True))]
