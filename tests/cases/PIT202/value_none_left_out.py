# why: both may be None, but not where they are compared: a test before or around leaves None out
from typing import Optional


def same_age(a: Optional[int], b: Optional[int]) -> bool:
    if a is None or b is None:
        return a is b
    return a is b  # expect: PIT202


def same_size(a: "int | None" = None, b: "int | None" = None) -> bool:
    return a is not None and b is not None and a is b  # expect: PIT202


def same_place(a: Optional[int], b: Optional[int]) -> bool:
    assert a is not None
    if b:
        return a is b  # expect: PIT202
    return False


CHECKS = [
    (lambda: same_age(None, None), True),
    (lambda: same_age(int("300"), int("300")), True),
    (lambda: same_size(int("300"), int("300")), True),
    (lambda: same_place(int("300"), int("300")), True),
]
