"""Reads a regular expression that is built of text and replacement fields: what stands before each field, and where fields mean nothing.

The grammar is that of `re` (library reference, "Regular Expression Syntax"; `re/_parser.py`), with the escapes of `regex` besides.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import NamedTuple

from flake8_pitfalls.facts.strings import Field

HOLE = "\U000ffffd"  # stands for a field where the pattern is looked at as one text
SPACE = " \t\n\r\f\v"
CLASSES = "dDwWsSXR"
PLACES = "bBAZzGKmM"  # match between characters: nothing to repeat
DIGITS = {"x": 2, "u": 4, "U": 8}
BRACES = re.compile(rf"\{{(?:\d|{HOLE})*(?:,(?:\d|{HOLE})*)?\}}")
FLAGS = re.compile(r"\(\?([aiLmsuxfbeprwV01]*)(?:-([imsx]+))?([):])")
NAMED = re.compile(r"\(\?P?<(?![=!])")
OCTAL = re.compile("[0-7]{2}")
NUMBERS = re.compile(r"[ \t]*(\()?[ \t]*(\d[\d_]*)[ \t]*(?:(,)[ \t]*(\d[\d_]*)?[ \t]*)?(?(1)\))[ \t]*")


class Hole:
    """A replacement field in a pattern.

    `node` is the expression in it, None in a `.format` text; `field` where it stands, None where the source of the part is not at hand;
    `numbers` what a quantifier of that text would be, such as `6` or `2,3`, or ""; `shown` how the field is written, `built` the text
    that it gives, where that is known.
    """

    __slots__ = ("built", "field", "node", "numbers", "origin", "shown")

    def __init__(
        self, node: ast.expr | None, field: Field | None, shown: str, origin: ast.AST | None = None, numbers: str = "", built: str = ""
    ) -> None:
        self.node = node
        self.field = field
        self.shown = shown
        self.origin = origin
        self.numbers = numbers
        self.built = built or shown


class Atom(NamedTuple):
    """Something that can be repeated: kind class, set, dot, char, group, reference or value, and which units it takes."""

    kind: str
    start: int
    end: int


class Place(NamedTuple):
    """A field in the pattern: its unit, and what it follows (None: nothing that can be repeated).

    `where`: plain, class, comment, braces, name or escape.
    """

    hole: Hole
    at: int
    where: str
    before: Atom | None


class PatternText(NamedTuple):
    """A pattern: its units, each a character or a field, and the source offset of each (-1 where it comes from elsewhere)."""

    units: tuple[str | Hole, ...]
    offsets: tuple[int, ...]

    @property
    def flat(self) -> str:
        return "".join(HOLE if isinstance(unit, Hole) else unit for unit in self.units)


def quantifier(expression: str) -> str:
    """What a quantifier of this field text would be: `6`, `2,3`, `2,`, without blanks and underscores, which `re` takes for text; or ""."""
    found = NUMBERS.fullmatch(expression)
    if found is None or (found[1] and not found[3]):
        return ""
    low, high = found[2].replace("_", ""), (found[4] or "").replace("_", "")
    if len(low) > 9 or len(high) > 9 or (high and int(low) > int(high)):
        return ""
    return f"{low},{high}" if found[3] else low


class Reader:
    """One pass over a pattern.

    `verbose`: None where the flags are not known; `counts(place, flat)`: whether a field's value is a lost count.
    """

    def __init__(
        self, pattern: PatternText, verbose: bool | None, counts: Callable[[Place, str], bool] = lambda place, flat: False
    ) -> None:
        self.units = pattern.units
        self.flat = pattern.flat
        self.verbose = verbose
        self.counts = counts
        self.places: list[Place] = []
        self.atom: Atom | None = None
        self.groups: list[tuple[int, bool | None]] = []
        self.repeats: list[tuple[int, Atom]] = []  # where braces repeat something, and what
        self.features: set[str] = set()  # what only a pattern has: see `quantifiers.can_only_be`

    def read(self) -> list[Place]:
        at = 0
        while at < len(self.flat):
            at = self._unit(at)
        return self.places

    def _unit(self, at: int) -> int:
        here = self.flat[at]
        if here == HOLE:
            self._hole(at)
            return at + 1
        if here == "\\":
            return self._escape(at)
        if here == "[":
            return self._set(at)
        if here == "(":
            return self._open(at)
        if here == "{":
            return self._brace(at)
        if here in SPACE and self.verbose:
            return at + 1
        if here == "#" and self._may_comment(at):
            return self._skip(at, "\n", "comment")
        if here == ")":
            if self.groups:
                start, self.verbose = self.groups.pop()
                self.atom = Atom("group", start, at + 1)
        elif here in "*+?|^$":
            self.features.add("anchor" if here in "^$" else "operator")
            self.atom = None
        else:
            self.atom = Atom("dot" if here == "." else "char", at, at + 1)
        return at + 1

    def _hole(self, at: int) -> None:
        hole = self.units[at]
        assert isinstance(hole, Hole)
        place = Place(hole, at, "plain", self.atom)
        if hole.numbers:
            self.places.append(place)
            self.atom = None  # a lost quantifier; or digits that nobody meant to repeat
        else:
            self.places.append(place)
            self.atom = None if self.atom is not None and self.counts(place, self.flat) else Atom("value", at, at + 1)

    def _note(self, start: int, end: int, where: str) -> None:
        """The fields in a stretch in which they are no quantifiers."""
        for at in range(start, min(end, len(self.units))):
            unit = self.units[at]
            if isinstance(unit, Hole):
                self.places.append(Place(unit, at, where, None))

    def _skip(self, start: int, stop: str, where: str) -> int:
        end = self.flat.find(stop, start)
        end = len(self.flat) if end < 0 else end + 1
        self._note(start, end, where)
        return end

    def _may_comment(self, at: int) -> bool:
        if self.verbose is None:
            return at == 0 or self.flat[at - 1] in SPACE
        return self.verbose

    def _escape(self, at: int) -> int:
        after = self.flat[at + 1 : at + 2]
        end = at + 2
        kind = "char"
        if after in PLACES and after:
            self.features.add("place")
            self.atom = None
            return end
        if after in CLASSES and after:
            self.features.add("class")
            kind = "class"
        elif after in DIGITS and after:
            while (
                end < len(self.flat)
                and end < at + 2 + DIGITS[after]
                and (self.flat[end] in "0123456789abcdefABCDEF" or self.flat[end] == HOLE)
            ):
                end += 1
        elif after in "pPN" and after:
            if self.flat[end : end + 1] == "{":
                end = self.flat.find("}", end) + 1 or len(self.flat)
            elif self.flat[end : end + 1] == HOLE:
                end += 1
            kind = "class"
        elif after.isdigit():
            kind = "reference"
            while end < min(len(self.flat), at + 3) and self.flat[end].isdigit():
                end += 1
            unit = self.units[end] if end < len(self.units) else ""
            if after == "0" and end == at + 2 and isinstance(unit, Hole) and OCTAL.fullmatch(unit.numbers):
                end += 1  # `\0{52}` builds `\052`
        elif after and not after.isalnum() and after != HOLE:
            self.features.add("escaped")
        self._note(at, end, "escape")
        self.atom = Atom(kind, at, min(end, len(self.flat)))
        return end

    def _set(self, at: int) -> int:
        end = at + 1
        if self.flat.startswith("^", end):
            end += 1
        if self.flat.startswith("]", end):
            end += 1
        while end < len(self.flat) and self.flat[end] != "]":
            end += 2 if self.flat[end] == "\\" else 1
        end = min(end + 1, len(self.flat))
        self._note(at, end, "class")
        self.atom = Atom("set", at, end)
        return end

    def _open(self, at: int) -> int:
        flat, end = self.flat, at + 1
        kept = self.verbose
        if flat.startswith("(?#", at):
            return self._skip(at, ")", "comment")
        if flat.startswith("(?", at):
            self.features.add("group")
            if flat.startswith(("(?P=", "(?P>", "(?&"), at):
                end = self._skip(at, ")", "name")
                self.atom = Atom("reference", at, end)
                return end
            flags = FLAGS.match(flat, at)
            if flags is not None:
                if "x" in flags[1]:
                    self.verbose = True
                elif "x" in (flags[2] or ""):
                    self.verbose = False
                if flags[3] == ")":
                    self.atom = None
                    return flags.end()
                end = flags.end()
            elif NAMED.match(flat, at):
                end = self._skip(at, ">", "name")
            elif flat.startswith("(?(", at):
                end = self._skip(at, ")", "name")
            else:
                end = at + (4 if flat.startswith("(?<", at) else 3)
        self.groups.append((at, kept))
        self.atom = None
        return end

    def _brace(self, at: int) -> int:
        found = BRACES.match(self.flat, at)
        if found is None or self.atom is None or len(found[0]) == 2:
            self.atom = Atom("char", at, at + 1)
            return at + 1
        self.features.add("braces")
        self.repeats.append((at, self.atom))
        self._note(at, found.end(), "braces")
        self.atom = None
        return found.end()
