# why: two truth values
def one_given(a, b):
    return (a is None) != (b is None)


CHECKS = [(lambda: one_given(None, 1), True), (lambda: one_given(1, 2), False), (lambda: one_given(None, None), False)]
