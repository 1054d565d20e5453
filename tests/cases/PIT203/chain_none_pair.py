# why: `a is None != b is None` was to say that just one is given; read, it never holds
def one_given(a, b):
    return a is None != b is None  # expect: PIT203


CHECKS = [(lambda: one_given(None, 1), True), (lambda: one_given(1, 2), False), (lambda: one_given(None, None), False)]
