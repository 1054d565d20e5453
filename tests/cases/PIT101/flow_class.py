# why: constants of a class, a list in it, attributes that a constructor keeps, a dataclass's field, a named tuple's, an enum's member
import enum
import re
from dataclasses import dataclass
from typing import NamedTuple

key = "k"


class Constants:
    DATE = rf"{key}\d{4}"  # expect: PIT101
    PARTS = [f"{key}[0-9]{2}", "plain"]  # expect: PIT101
    OTHER = f"{key}z{4}"

    def matches(self, text):
        return re.match(self.DATE, text) or any(re.search(part, text) for part in Constants.PARTS)

    def shows(self):
        return self.OTHER


class Keeps:
    def __init__(self, rx):
        self.rx = rx

    def hit(self, text):
        return re.search(self.rx, text)


class Derived(Keeps):
    def __init__(self):
        super().__init__(f"{key}a{2}")  # expect: PIT101


@dataclass
class Rule:
    name: str
    rx: str

    def hit(self, text):
        return re.fullmatch(self.rx, text)


class Row(NamedTuple):
    name: str
    rx: str


class Kind(enum.Enum):
    DAY = f"{key}e{5}"  # expect: PIT101


RULES = [Rule("a", f"{key}b{2}"), Rule(name=f"{key}n{2}", rx="plain")]  # expect: PIT101
ROWS = [Row("a", f"{key}c{3}"), Keeps(f"{key}d{3}")]  # expect: PIT101
HITS = [re.match(row.rx, "") for row in ROWS]
DAYS = [re.match(kind.value, "") for kind in Kind]
