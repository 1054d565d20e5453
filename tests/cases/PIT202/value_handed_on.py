# why: ints out of annotated rows, `map`, `divmod`, a match, a pattern and a new type; the same shapes of other things are left alone
import re
from collections.abc import Iterable, Sequence
from typing import NewType

UserId = NewType("UserId", int)
Node = NewType("Node", object)


def has(numbers: Sequence[int], rows: "list[int]", wanted: int) -> bool:
    return any(number is wanted for number in numbers) or rows[0] is wanted  # expect: PIT202


def has_object(nodes: Iterable[object], wanted: object) -> bool:
    return any(node is wanted for node in nodes)


def mine(owner: UserId, me: UserId, at: Node, here: Node) -> bool:
    if at is here:
        return False
    return owner is me  # expect: PIT202


def pages(rows: list, size: int, wanted: int) -> bool:
    whole, rest = divmod(len(rows), size)
    if sum(map(len, rows)) is wanted:  # expect: PIT202
        return True
    return whole is wanted and list(map(id, rows))[0] is not rest  # expect: PIT202


def halves(length: float, limit: float) -> bool:
    whole, rest = divmod(length, 2)
    return whole is limit


def kind(value, limit: int):
    match value:
        case int(n) if n is limit:  # expect: PIT202
            return "limit"
        case {"at": int() as n}:
            return n is limit  # expect: PIT202
        case (str(n), "code") | (int(n), "code"):
            return n is limit
        case [first, *rest] as n:
            return n is limit or first is limit


def empty(text: str) -> bool:
    found = re.search(r"z*$", text)
    return found.start() is found.end()  # expect: PIT202


N = int("300")
BIG = [0] * 300
CHECKS = [
    (lambda: has([N], [1], int("300")), True),
    (lambda: has_object([N], N), True),
    (lambda: mine(UserId(N), UserId(int("300")), Node(1), Node(2)), True),
    (lambda: pages([BIG], 1, int("300")), True),
    (lambda: halves(4.0, 2.0), False),
    (lambda: kind(N, int("300")), "limit"),
    (lambda: empty("a" * 300), True),
]
