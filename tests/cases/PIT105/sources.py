# why: input, arguments, the environment, file names, parameters annotated as text, what a class keeps of one
# options: --select PIT105
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path


def annotated(name: str):
    return re.compile(rf"^{name}$")  # expect: PIT105


def optional(name: "str | None" = None):
    text = rf"{name}$"  # expect: PIT105
    return re.compile(text)


def called(name):
    return re.compile(rf"^{name}$")  # expect: PIT105


called("a.csv")


def words(found: list[str]):
    for one in found:
        re.search(rf"\b{one}\b", "")  # expect: PIT105
    return [re.compile(rf"\b{one.lower()}\b") for one in found]  # expect: PIT105


class Named:
    def __init__(self, name: str):
        self.name = name

    def rx(self):
        return re.compile(rf"{self.name}$")  # expect: PIT105


@dataclass
class Data:
    name: str

    def rx(self):
        return re.compile(rf"{self.name}$")  # expect: PIT105


def outside(text):
    line = input("name: ")
    re.search(rf"{line.strip()}", text)  # expect: PIT105
    re.search(rf"{input()}\d", text)  # expect: PIT105
    re.search(rf"{sys.argv[1]}\d", text)  # expect: PIT105
    re.search(rf"{os.environ['NAME']}\d", text)  # expect: PIT105
    for path in Path(".").iterdir():
        re.search(rf"{path.stem}\d", text)  # expect: PIT105


def part(user: str):
    inner = rf"(?:{user})"  # expect: PIT105
    return re.compile(rf"^{inner}$")
