# why: ints by annotation, default, len(), arithmetic, loops, attributes, constants: the digits stand behind the class
import re
from dataclasses import dataclass
from typing import Final

WIDTH = 6
LIMIT: Final = 4


def annotated(n: int):
    return re.compile(rf"^[a-f0-9]{n}$")  # expect: PIT102


def by_default(size=3):
    return re.compile(rf"^\w{size}$")  # expect: PIT102


def keyword(*, digits: int = 6):
    rx = rf"^\d{digits}$"  # expect: PIT102
    return re.fullmatch(rx, "")


def measured(text):
    n = len(text)
    return re.match(rf"\d{n}", text)  # expect: PIT102


class Codes:
    SIZE = 4

    def __init__(self, k: int):
        self.k = k
        self.m = 3

    def patterns(self):
        return [
            re.compile(rf"^.{self.k}$"),  # expect: PIT102
            re.compile(rf"^.{Codes.SIZE}$"),  # expect: PIT102
            re.compile(rf"^(.{self.SIZE})$"),  # expect: PIT102
            re.compile(rf"^\d{self.m}$"),  # expect: PIT102
        ]


@dataclass
class Shape:
    digits: int = 4

    def rx(self):
        return rf"^\d{self.digits}$"  # expect: PIT102

    def hit(self, text):
        return re.match(self.rx(), text)


PATTERNS = [
    re.compile(rf"\d{WIDTH}"),  # expect: PIT102
    re.compile(rf"\d{LIMIT}"),  # expect: PIT102
    re.compile(rf"\d{WIDTH if LIMIT else 3}"),  # expect: PIT102
    re.compile(rf"\d{int('3')}"),  # expect: PIT102
    re.compile(rf"\d{WIDTH * 2}"),  # expect: PIT102
    re.compile(rf"\d{max(2, WIDTH)}"),  # expect: PIT102
    re.compile(rf"^\s{WIDTH}\S"),  # expect: PIT102
    re.compile(rf"^[ \t]{WIDTH}\S"),  # expect: PIT102
    *[re.compile(rf"\d{i}") for i in range(3)],  # expect: PIT102
]
for n in range(2, 5):
    re.compile(rf"^\d{n}$")  # expect: PIT102
for i, x in enumerate("abc"):
    re.compile(rf"\d{i}")  # expect: PIT102
for i in (1, 2, 3):
    re.compile(rf"\d{i}")  # expect: PIT102
while (n := WIDTH) > 3:
    re.compile(rf"\d{n}")  # expect: PIT102
    WIDTH = 2
