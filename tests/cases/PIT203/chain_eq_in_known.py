# why: two equal things that are one of some texts or numbers, known by value; of another container, the answer may be meant
NAMES = frozenset({"a", "b"})
CODES = {1: "x", 2: "y"}


def known(a, b, text: str):
    return a == b in NAMES, b == a in CODES, a == b in range(3), a == b in text.split(",")


def unknown(a, b, names, flags: list[bool], ints: list[int]):
    return a == b in names, a == b in list(flags), a == b in ints  # expect: PIT203


CHECKS = [
    (lambda: unknown(1, 2, [False], [False], [0]), (True, True, True)),
]
