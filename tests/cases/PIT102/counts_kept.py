# why: widths from tables, dicts, enums, annotated containers, what classes keep and what calls pass
import math
import os
import random
import re
from enum import IntEnum

FIELDS = [("zip", 5), ("code", 3)]
for name, width in FIELDS:
    re.compile(rf"(?P<{name}>\d{width})")  # expect: PIT102
WID = {"zip": 5, "code": 3}
for name, width in WID.items():
    re.compile(rf"(?P<{name}>\d{width})")  # expect: PIT102
re.compile(rf"\d{WID['zip']}")  # expect: PIT102
re.compile("|".join(rf"(?P<{n}>\d{w})" for n, w in FIELDS))  # expect: PIT102
re.compile(rf"\d{math.ceil(2.5)}")  # expect: PIT102
re.compile(rf"\d{max(map(len, ['a']))}")  # expect: PIT102
re.compile(rf"\d{round(2.5)}")  # expect: PIT102
re.compile(rf"\d{random.randint(1, 3)}")  # expect: PIT102
re.compile(rf"\d{WID['zip'] // 2}")  # expect: PIT102
class W(IntEnum):
    ZIP = 5
re.compile(rf"\d{W.ZIP.value}")  # expect: PIT102
re.compile(rf"\d{int(os.environ['N'])}")  # expect: PIT102
def build(fields: dict[str, int]):
    return re.compile("".join(rf"(?P<{n}>\d{w})" for n, w in fields.items()))  # expect: PIT102
def build2(widths: list[int]):
    return [re.compile(rf"\d{w}") for w in widths]  # expect: PIT102
class Cfg:
    def __init__(self, width=8):
        self.width = width
    def rx(self):
        return re.compile(rf"[0-9]{self.width}")  # expect: PIT102
cfg = Cfg()
re.compile(rf"\d{cfg.width}")  # expect: PIT102
def g(text):
    width = len(text)
    if width > 3:
        width = 3
    return re.match(rf"\w{width}$", text)  # expect: PIT102
def inner(n: int):
    def f(t): return re.match(rf"\d{n}", t)  # expect: PIT102
    return f
half = 6 // 2
half += 1
re.compile(rf"\d{half}")  # expect: PIT102
re.compile(rf"\d{'x'.count('x')}")  # expect: PIT102
re.compile(rf"\d{[1].index(1)}")  # expect: PIT102
def a(n):
    return re.compile(rf"\d{n}")  # expect: PIT102
a(6)
a(n=7)
def b(n):
    return re.compile(rf"\d{n}")
b(6)
b("+")
def c(n=3):
    return re.compile(rf"\d{n}")
c("{3}")
def width(): return 6
re.compile(rf"\d{width()}")  # expect: PIT102
class A:
    def __init__(self, n):
        self.n = n
    def w(self): return 4
    @property
    def p(self): return 4
    def rx(self):
        re.match(rf"\d{self.p}", "")  # expect: PIT102
        re.match(rf"\d{self.n}", "")  # expect: PIT102
        return re.compile(rf"\d{self.w()}")  # expect: PIT102
A(3)
def rec(n):
    if n: rec(n - 1)
    return re.compile(rf"\d{n}")
