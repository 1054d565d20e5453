# why: an attribute that is annotated int, and one that the constructor gives one
from dataclasses import dataclass


@dataclass
class Point:
    x: int

    def above(self, other: "Point") -> bool:
        return self.x is other.x  # expect: PIT202


class Counter:
    def __init__(self, text):
        self.size = len(text)

    def matches(self, text):
        return self.size is len(text)  # expect: PIT202


CHECKS = [(lambda: Point(int("300")).above(Point(int("300"))), True), (lambda: Counter("x" * 300).matches("y" * 300), True)]
