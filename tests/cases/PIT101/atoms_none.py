# why: nothing before the field can be repeated, so that doubled braces would not compile; or it stands where braces mean nothing
import re

k = "k"
PATTERNS = [
    re.compile(rf"{6}-\d{{6}}{k}"),
    re.compile(rf"^{4}|{5}|({2})|a+{2}|\b{2}|a?{2}|(?:{3})"),
    re.compile(rf"{k}a{{2}}{2}"),
    re.compile(rf"[0-{7}][{1}{2}]"),
    re.compile(rf"(?#\d{6})a"),
    re.compile(rf"(?P<n{2}>a)(?P=n{2})"),
    re.compile(rf"\x{41}\x4{1}\u00e{9}"),
    re.compile(rf"\d{6!r}\d{6:02d}\d{6=}\d{0x6}"),
    re.compile(rf"\d{3,2}"),
    re.compile(rf"(?i){2}"),
    re.compile(rf"{k} {2}"),
]
