# why: ints out of `divmod`, `sum(map(len, …))`, an annotated sequence and a `case int(n)`; texts that come the same way are parts
import re
from collections.abc import Sequence

words = ["ab", "abcd"]
total = sum(map(len, words))
whole, rest = divmod(11, 4)
A = re.compile(rf"^[a-z]{total}$")  # expect: PIT102
B = re.compile(rf"^\d{whole}-\d{rest}$")  # expect: PIT102


def codes(widths: Sequence[int]):
    return [re.compile(rf"^\d{width}x$") for width in widths]  # expect: PIT102


def digits(times):
    match times:
        case int(n):
            return re.compile(rf"^\w{n}!$")  # expect: PIT102
        case str(text):
            return re.compile(rf"^\w{text}!$")


PATTERNS = [A, B, *codes([3]), digits(3), digits("+")]


def accepts(text):
    return any(p.match(text) for p in PATTERNS)


SHOULD_MATCH = ["wxyzab", "12-345", "123x"]
SHOULD_NOT_MATCH = ["w6", "12-13", "13x"]
