# why: None may still be what is compared: the test asks about one, or leaves nothing, or the name is bound again
from typing import Optional


def same(a: Optional[int], b: Optional[int]) -> bool:
    if a is None and b is None:
        print("both missing")
    return a is b


def either(a: Optional[int], b: Optional[int]) -> bool:
    if a is None or b is None:
        a = b = None
    return a is b


def kept(a: Optional[int], b: Optional[int]) -> bool:
    if a is not None:
        print(a)
    elif b is None:
        return a is b
    return a is b


CHECKS = [(lambda: same(None, None), True), (lambda: either(1, None), True), (lambda: kept(None, None), True)]
