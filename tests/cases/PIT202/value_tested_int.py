# why: where tests say so, both are ints; a test that lets other things pass, or a name that is bound again, says nothing
def same(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return a is b  # expect: PIT202
    return a is b


def left(a, b: int):
    if not isinstance(a, int):
        return a is b
    return a is b  # expect: PIT202


def exact(a, b):
    return type(a) is int and type(b) is int and a is b  # expect: PIT202


def either(a, b):
    if isinstance(a, (int, type(None))) or isinstance(b, int):
        return a is b
    if isinstance(a, str) and isinstance(b, int):
        a = b
        return a is b
    return None


N, O = int("300"), object()
CHECKS = [
    (lambda: same(N, int("300")), True),
    (lambda: same(O, O), True),
    (lambda: left(N, int("300")), True),
    (lambda: exact(N, int("300")), True),
    (lambda: either(None, None), True),
]
