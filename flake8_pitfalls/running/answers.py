"""Questions to the disk with their answers, each kept once: a judgement that rests on some of them names them by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_pitfalls.running.records import plain
from flake8_pitfalls.running.replaying import ask, note
from flake8_pitfalls.running.resting import Question

FEW = 1000  # so many are not worth looking through for those that nothing rests on any more
OWN = 5  # the field of a line in which its numbers stand


class Answers:
    """`rows`: what is asked, where, and the answer, as `plain` writes it; `groups`: by name, the numbers of questions that were asked one
    after the other, for judgements that rest on the first so many of them."""

    def __init__(self, rows: list[list[Any]], groups: dict[str, list[int]]) -> None:
        self.rows, self.groups = rows, groups
        self.known = len(rows)
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._is_so: dict[int, bool] = {}
        self._hold: dict[str, bool] = {}
        self._bad: dict[str, int] = {}  # by group, its first question that is answered in another way now

    @classmethod
    def of(cls, read: Any) -> Answers:
        """What was read. Raises LookupError, TypeError or ValueError for what we have not written."""
        rows, groups = read["asked"], read["groups"]
        if not all(len(row) == 3 and row[0].__class__ is row[1].__class__ is str for row in rows):
            raise ValueError("no questions of ours")
        if not all(number.__class__ is int and 0 <= number < len(rows) for asked in groups.values() for number in asked):
            raise ValueError("no groups of ours")
        return cls(rows, groups)

    def is_so(self, number: int) -> bool:
        """Whether a question is answered as it was."""
        if number not in self._is_so:
            what, where, answer = self.rows[number]
            found = ask(what, where)
            note(what, where, found)
            self._is_so[number] = plain(found) == answer
        return self._is_so[number]

    def hold(self, numbers: str) -> bool:
        """The same of some, as a line names them."""
        if numbers not in self._hold:
            self._hold[numbers] = all(self.is_so(int(number)) for number in numbers.split(","))
        return self._hold[numbers]

    def group_holds(self, name: str, count: int) -> bool:
        """Whether the first questions of a group are answered as they were."""
        if name not in self._bad:
            asked = self.groups[name]
            self._bad[name] = next((place for place, number in enumerate(asked) if not self.is_so(number)), len(asked) + 1)
        return count <= self._bad[name]

    def number(self, what: str, where: str, answer: object) -> int:
        """The number of a question with its answer, which joins the others where it is new."""
        if not self._numbers and self.rows:
            self._numbers = {(row[0], row[1], repr(row[2])): number for number, row in enumerate(self.rows)}
        row = [what, where, plain(answer)]
        key = (what, where, repr(row[2]))
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]

    def grow(self, name: str, more: Iterable[Question]) -> None:
        """Puts down what a group asks besides."""
        self.groups.setdefault(name, []).extend(self.number(*one) for one in more)

    def drop_groups(self, lines: Iterable[str]) -> None:
        """Forgets the groups that no line names."""
        if self.groups:
            used = {name for line in lines for name in self.groups if f'"{name}"' in line}
            self.groups = {name: asked for name, asked in self.groups.items() if name in used}

    def tidied(self, lines: list[str]) -> list[str]:
        """Lines that name the same questions, once those are dropped that nobody names, if they are more than half of all."""
        if len(self.rows) == self.known or len(self.rows) < FEW:
            return lines
        fields = [row for line in lines if len(row := line.split("\t", OWN + 1)) == OWN + 2]
        used = {int(number) for row in fields for number in row[OWN].split(",") if number.isdigit()} & set(range(len(self.rows)))
        used.update(number for asked in self.groups.values() for number in asked)
        if 2 * len(used) > len(self.rows):
            return lines
        now = {str(number): place for place, number in enumerate(sorted(used))}
        self.rows = [self.rows[int(number)] for number in now]
        self.groups = {name: [now[str(number)] for number in asked] for name, asked in self.groups.items()}
        self._numbers, self._is_so, self._hold = {}, {}, {}
        for row in fields:
            row[OWN] = ",".join(str(now.get(number, "?")) for number in row[OWN].split(",")) if row[OWN] else ""
        return ["\t".join(row) for row in fields]
