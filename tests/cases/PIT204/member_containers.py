# why: other containers of ints: built, of a constant, of a comprehension, the keys of a dict
CODES = frozenset([1, 2, 3])


def look(a, b):
    odd = [n for n in range(1, 9, 2)]
    table = {}
    table = {1: "one", 2: "two"}
    return (a == b) in CODES, (a == b) in odd, (a != b) not in set([1, 2]), (a == b) in table  # expect: PIT204


CHECKS = [(lambda: look(5, 5), (False, False, True, False))]
