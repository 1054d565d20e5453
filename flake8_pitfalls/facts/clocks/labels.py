"""Numbers that timeit gave, printed with a unit of time beside them that is true neither of all runs nor of one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.clocks.timings import Seconds, Timings
from flake8_pitfalls.facts.printing import Piece, Shown, Text, pieces, place_of, report
from flake8_pitfalls.knowledge.units import UNITS, in_style
from flake8_pitfalls.model import Edit

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
LONGER = "|".join(sorted((unit for unit in UNITS if unit != "s"), key=len, reverse=True))
BEHIND = re.compile(
    rf"[\s'\"\[({{<]*(?P<unit>{UNIT})(?:(?![\w가-힣])|(?<=초)(?=간|가|입|이|를|만|씩))(?!\s*[\])]?\s*[:=])(?:\s*[\])]?\s*(?:per|for|/|in)\s*(?P<runs>\d[\d_,]*))?"
)
BEFORE = re.compile(
    rf"(?:[\[(<]\s*(?P<bracketed>{UNIT})(?:\s*(?:per|/)\s*[a-z]+)?\s*[\])>]\s*[:=]?|(?<![\w'])(?P<unit>{LONGER})(?:\s*(?:per|/)\s*[a-z]+)?\s*[:=])\s*[\[(]?\Z"
)
TOTAL = re.compile(r"(?i)\b(?:total|in all|all|overall|sum)\b|총|전체")
POWERS = (0, -3, -6, -9)


class Unit(NamedTuple):
    """A unit beside a value: its text, where that stands in a piece, and how many runs it is said of (0: not said)."""

    text: str
    piece: Text
    start: int
    runs: int


class Mislabelled(NamedTuple):
    """A measured number with a wrong unit; `where` is what prints it, `shown` the number's expression."""

    where: ast.AST
    shown: ast.expr
    seconds: Seconds
    unit: Unit
    right: str
    of_all: bool
    edits: tuple[Edit, ...] | None

    def message(self, module: Module) -> str:
        from flake8_pitfalls.text.excerpt import excerpt

        runs, factor = self.seconds.runs, self.seconds.factor
        count = f"{runs.known:,} runs" if runs.known is not None else "all runs"
        if runs.is_default:
            count += " (timeit's default)"
        what = f"the seconds of {count}"
        if self.seconds.each:
            what += " divided by their number"
        if factor != 1:
            what += f" times {written(factor)}"
        number = excerpt(module.source.segment(self.shown), 50)
        advice = ""
        if self.right:
            advice = f": it is `{self.right}` {'for all runs' if self.of_all else 'for one run'}"
        return f"`{number}` is {what}, so `{self.unit.text}` is true neither of all of them nor of one{advice}"


def written(factor: Fraction) -> str:
    """A factor as people write it."""
    if factor.denominator == 1:
        return f"{factor.numerator:,}"
    return f"{float(factor):g}"


def mislabelled(module: Module) -> Iterator[Mislabelled]:
    """All such numbers of a module, each once."""
    timings = Timings(module)
    seen: set[ast.AST] = set()
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        shown = report(call, module)
        if shown is not None:
            seen.update(piece.node for piece in shown if isinstance(piece, Text) and piece.node is not None)
            yield from _judged(call, shown, timings)
    for node in module.index.of(ast.JoinedStr, ast.BinOp, ast.Call):
        if isinstance(node, ast.expr) and _is_text(node):
            shown = pieces(node, module)
            if len(shown) > 1 and not any(isinstance(piece, Text) and piece.node in seen for piece in shown):
                yield from _judged(node, shown, timings)


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mod)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )


def _judged(where: ast.AST, shown: list[Piece], timings: Timings) -> Iterator[Mislabelled]:
    for place, piece in enumerate(shown):
        if not isinstance(piece, Shown) or piece.spec.endswith("%"):
            continue
        unit = unit_beside(shown, place)
        if unit is None:
            continue
        seconds = timings.of(piece.node)
        if isinstance(seconds, Seconds) and is_wrong(seconds, unit):
            all_text = "".join(one.value for one in shown if isinstance(one, Text))
            right, of_all = right_unit(seconds, unit.text, TOTAL.search(all_text) is not None)
            yield Mislabelled(where, piece.node, seconds, unit, right, of_all, _edits(unit, right, timings.module))
            return  # one print, one finding


def unit_beside(shown: list[Piece], place: int) -> Unit | None:
    """The unit behind a value, or, where none is, the one that its label ends with."""
    behind: list[Text] = []
    for piece in shown[place + 1 :]:
        if not isinstance(piece, Text):
            break
        behind.append(piece)
    found = BEHIND.match("".join(piece.value for piece in behind))
    if found is not None:
        runs = int(found["runs"].replace(",", "").replace("_", "")) if found["runs"] else 0
        return _located(behind, found.start("unit"), found["unit"], runs)
    before: list[Text] = []
    for piece in reversed(shown[:place]):
        if not isinstance(piece, Text):
            break
        before.insert(0, piece)
    found = BEFORE.search("".join(piece.value for piece in before))
    if found is not None:
        group = "unit" if found["unit"] else "bracketed"
        return _located(before, found.start(group), found[group], 0)
    return None


def _located(texts: list[Text], at: int, unit: str, runs: int) -> Unit | None:
    for piece in texts:
        if at < len(piece.value):
            return Unit(unit, piece, at, runs) if at + len(unit) <= len(piece.value) else None
        at -= len(piece.value)
    return None


def is_wrong(seconds: Seconds, unit: Unit) -> bool:
    """Whether the unit is true neither of all runs nor of one, whatever the number of runs is where that is not known."""
    size = seconds.factor * Fraction(10) ** UNITS[unit.text]  # what is claimed, as a part of the truth before division
    number = seconds.runs.known
    if seconds.each:
        if size == 1 or (unit.runs and size == unit.runs):
            return False
        return size != number if number is not None else not (size.denominator == 1 and size > 1)
    if size == 1:
        return False
    if number is None:
        return not (size.numerator == 1 and size < 1) and not unit.runs
    return number > 0 and size * number not in (1, unit.runs)


def right_unit(seconds: Seconds, unit: str, of_all: bool) -> tuple[str, bool]:
    """The unit that is right, in the style of the one that is there, and whether it is of all runs; "" where none fits."""
    for whole in (of_all, not of_all):
        for power in POWERS:
            size = seconds.factor * Fraction(10) ** power
            number = seconds.runs.known
            if whole:
                fits = size == (number if seconds.each else 1) and (number is not None or not seconds.each)
            else:
                fits = size == 1 if seconds.each else number is not None and size * number == 1
            if fits:
                return in_style(unit, power) or "", whole
    return "", False


def _edits(unit: Unit, right: str, module: Module) -> tuple[Edit, ...] | None:
    span = place_of(unit.piece, unit.start, unit.start + len(unit.text), module)
    if span is None or not right or module.source.text[span.start : span.end] != unit.text:
        return None
    return (Edit(span, right),)
