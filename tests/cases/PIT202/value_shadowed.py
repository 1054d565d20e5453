# why: `len`, `id` and `int` are other things here
def same(a, b, len):
    return len(a) is len(b)


def id(thing):
    return thing


class int:
    pass


def check(a, b, kind: int):
    return same(a, b, lambda x: None), id(a) is id(a), kind is int


CHECKS = [(lambda: check(1, 2, None), (True, True, False))]
