# why: an int or None against an int: where it is an int, identity is the interpreter's business
from typing import Optional


def at_limit(text: str, limit: Optional[int] = None):
    return limit is len(text), limit is not None and limit is not len(text)  # expect: PIT202


CHECKS = [(lambda: at_limit("x" * 300, int("300")), (True, False)), (lambda: at_limit("x"), (False, False))]
