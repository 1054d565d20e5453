# why: the number itself is looked for: after a word, a separator, a letter in either case, a dot in a version
import re

n, row, minor = 2, 3, 4
PATTERNS = [
    re.compile(rf"page{n}"),
    re.compile(rf"[Ss]{n}[Ee]{minor}"),
    re.compile(rf"v{n}\.{minor}"),
    re.compile(rf"v{n}.{minor}"),
    re.compile(rf"{n}.{minor}"),
    re.compile(rf"\s{n}"),
    re.compile(rf"chapter\s{n}"),
    re.compile(rf"item[ -]{n}"),
    re.compile(rf"item[^a-z]{n}"),
    re.compile(rf"\d+{n}"),
    re.compile(rf"(\d){n}"),
    re.compile(rf"[A-Z]{row}"),
    re.compile(rf"[0-{n}]"),
    re.compile(rf"\{n}"),
    re.compile(rf"(?P<a{n}>\d)"),
    re.compile(rf"\x0{n}"),
    re.compile(rf"\d{n}+"),
    re.compile(rf"\d{n!r}\d{n:02d}\d{n=}"),
    re.compile(rf"\d{-n}"),
]
