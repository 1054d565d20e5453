"""Which texts can hold a comparison that the PIT2xx rules speak of: asked before a file is parsed, never wrong about a no.

Each was run beside its rule without it, over mutated programs, CPython's library and packages; see tests/test_gates.py.
"""

from __future__ import annotations

import keyword

from flake8_pitfalls.text.gate import InCode
from flake8_pitfalls.text.pattern import lazy

# The operator `is`; a number may touch it (`1is x`, `0xFFis x`).
IS = r"is\b(?<![^\W\da-fA-F]is)"
BLANK = r"[\s\\]*"

# PIT201: beside `is` stands an int, or what the compiler makes an int of: `-1`, `-True`, `b"a"[0]`, `(None, 1)[1]`, `True + 1`.

INT_RIGHT = lazy(
    rf"{BLANK}(?:not\b{BLANK})?"
    r"(?:\d|[-+~.(]\W*(?:\d|[bBrRuU]{0,2}[\"']|(?:True|False|None|__debug__)\b)|[bBrR]{1,2}[\"']"
    rf"|(?:True|False|__debug__)\b{BLANK}[-+*/%&|^<>#]|[-+~(]?[^\w#\"']*\#)"
)
REACH = 120  # characters before `is` that are looked at; what is longer is let through
NUMBER = lazy(r"(?<![\w.])(?:\d[\w.]*|True|False|__debug__)\Z")
BASE = lazy(r"(\w*)[ \t\f]*\Z")


def int_beside(text: str, start: int, end: int) -> bool:
    """Whether a number may stand at the right or left side of the `is` at a place."""
    return INT_RIGHT.match(text, end) is not None or int_before(text, start)


def int_before(text: str, start: int) -> bool:
    """Whether what ends before a place may be a number, in brackets or not, or an item of a constant."""
    before = text[max(0, start - REACH) : start]
    inner = before.rstrip(" \t\f\r\n\\)]")
    closing = before[len(inner) :]
    if not inner or "\n" in closing or "\r" in closing:  # too long to see, or a comment may stand before
        return True
    if NUMBER.search(inner) is None:
        return False
    if "]" not in closing and ")" not in closing:
        return True
    # The innermost bracket around the number: the arguments of a call, or an item of something with a name, are no constant.
    opened = max(inner.rfind("("), inner.rfind("["))
    if opened < 0 or max(inner.rfind(")"), inner.rfind("]")) > opened:
        return True
    base = BASE.search(inner, 0, opened)
    return base is None or not base[1] or keyword.iskeyword(base[1]) or base[1][0].isdigit()


INT_NEAR_IS = InCode(IS, int_beside)

# PIT202: `is` between two things that may be ints: at its right stands none of the objects that there are one of, nor a builtin class.

NO_INT_RIGHT = (
    r"None|True|False|NotImplemented|Ellipsis|int|str|list|dict|tuple|set|float|bool|bytes|type|object|frozenset|complex|bytearray"
)
IDENTITY_OF_TWO = InCode(rf"{IS}{BLANK}(?:not\b{BLANK})?(?![\s\\]|not\b|(?:{NO_INT_RIGHT})\b(?!{BLANK}\()|\.\.\.)")

# PIT204: `in`, not that of a `for`, of a bracket or a name in ints that are written out, in a call or in a name.

FOR_TARGET = lazy(r"\bfor\b(?:(?!\bin\b)[\w\s,.()\[\]*])*\Z")


def is_membership(text: str, start: int, end: int) -> bool:
    """Whether the `in` at a place is an operator: not plainly the one of a `for`."""
    return FOR_TARGET.search(text, max(0, start - REACH), start) is None


MEMBERSHIP_IN_INTS = InCode(rf"in\b(?<![^\W\da-fA-F]in){BLANK}(?:\#|[(\[{{]\W*\d|[(\[{{][^\w\"']*\#|\(*[^\W\d])", is_membership)
