"""What operators make of single values, and constructors of dates of their arguments."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts.frames.arrays import COMPARE
from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    UNSET,
    Array,
    External,
    Function,
    List,
    Ref,
    Scalar,
    Value,
)
from flake8_pitfalls.facts.frames.infer import (
    constant,
    family,
    label,
    timestamp,
)
from flake8_pitfalls.knowledge.dtypes import DATELIKE, UNITS

ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
LARGEST = 10**9
UTC = frozenset(("datetime.timezone.utc", "datetime.UTC", "pytz.UTC", "pytz.utc"))


def is_same(left: Value, right: Value) -> bool | None:
    """`left is right`, where one is None."""
    if isinstance(left, Scalar) and isinstance(right, Scalar):
        if "none" in (left.kind, right.kind):
            return left.kind == right.kind
        if isinstance(left.const, bool) and isinstance(right.const, bool):
            return left.const is right.const
        return None
    if isinstance(left, Ref) and isinstance(right, Ref):
        return left == right
    known, none = (left, right) if isinstance(right, Scalar) else (right, left)
    if isinstance(none, Scalar) and none.kind == "none" and isinstance(known, (Ref, Array, List, Function)):
        return False
    return None


def compared(op: ast.cmpop, left: Scalar, right: Scalar) -> Scalar:
    compare = COMPARE.get(type(op))
    if compare is not None and left.const is not UNSET and right.const is not UNSET:
        try:
            return Scalar("bool", bool(compare(left.const, right.const)))
        except TypeError:
            raise Infeasible from None
    for many, other, flipped in ((left, right, False), (right, left, True)):
        if many.kind == "many" and isinstance(other.const, (int, float)):
            return _many_compared(op, other.const, flipped)
    return Scalar("bool")


def _many_compared(op: ast.cmpop, number: float, flipped: bool) -> Scalar:
    """A count of one or more beside a number."""
    if flipped:
        op = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}.get(type(op), type(op))()
    if number <= 0 or (number == 1 and isinstance(op, (ast.GtE, ast.Lt))):
        return Scalar("bool", isinstance(op, (ast.Gt, ast.GtE, ast.NotEq)))
    return Scalar("bool")


def scalar_operation(op: ast.operator, left: Scalar, right: Scalar) -> Value:
    numbers = isinstance(left.const, (int, float)) and isinstance(right.const, (int, float))
    texts = isinstance(left.const, str) and isinstance(right.const, str) and isinstance(op, ast.Add)
    act = ARITHMETIC.get(type(op))
    if act is not None and (texts or (numbers and abs(left.const) < LARGEST and abs(right.const) < LARGEST)):
        try:
            return constant(act(left.const, right.const))
        except (ArithmeticError, TypeError, ValueError):
            raise Infeasible from None
    if "many" in (left.kind, right.kind) and isinstance(op, ast.Add) and {left.kind, right.kind} <= {"many", "int"}:
        number = right if left.kind == "many" else left
        return Scalar("many") if number.kind == "many" or (isinstance(number.const, int) and number.const >= 0) else Scalar("int")
    kinds = {"int" if kind in ("many", "bool") else kind for kind in (left.kind, right.kind)}
    if "nan" in kinds and kinds <= {"nan", "int", "float"}:
        return Scalar("nan")
    if kinds <= {"int", "float"}:
        return Scalar("float" if "float" in kinds or isinstance(op, ast.Div) else "int" if not isinstance(op, ast.Pow) else "float")
    if (left.kind == "str" and isinstance(op, (ast.Mod, ast.Mult))) or kinds == {"str"}:
        return Scalar("str")
    return _dates(op, left.kind, right.kind, kinds)


def _dates(op: ast.operator, left: str, right: str, kinds: set[str]) -> Value:
    """Dates and spans of time; the result has the finer unit of both."""
    kinds = {family(kind) for kind in kinds}
    units = [kind.partition(":")[2] or "?" for kind in (left, right) if family(kind) in DATELIKE]
    unit = "?" if "?" in units or not units else max(units, key=UNITS.index)
    if kinds in ({"datetime"}, {"datetime UTC"}) and isinstance(op, ast.Sub):
        return Scalar(f"timedelta:{unit}")
    if len(kinds) == 2 and "timedelta" in kinds and kinds & {"datetime", "datetime UTC"}:
        return Scalar(f"{(kinds - {'timedelta'}).pop()}:{unit}")
    if kinds == {"date", "timedelta"}:
        return Scalar("date")
    if kinds == {"date"} and isinstance(op, ast.Sub):
        return Scalar("timedelta:us")
    if kinds == {"timedelta"}:
        return Scalar("float") if isinstance(op, ast.Div) else Scalar(f"timedelta:{unit}")
    if "timedelta" in kinds and kinds <= {"timedelta", "int", "float"}:
        return Scalar(f"timedelta:{unit}")
    return None


def timed(name: str, kind: str, arguments: Arguments) -> Scalar:
    """What a constructor of dates gives: its unit, and whether a time zone makes it one of another dtype."""
    if family(kind) != "datetime":
        return Scalar(kind)
    first = arguments.given[0] if arguments.given else None
    if name == "pandas.Timestamp" and isinstance(first, Scalar) and (first.kind in ("none", "nan", "NaT") or first.const in ("NaT", "")):
        return Scalar("NaT")
    if name == "pandas.Timestamp":
        whole = len(arguments.given) > 1 or "year" in arguments.named
        kind = "datetime:us" if whole else timestamp(first if isinstance(first, Scalar) else None)
    elif name == "numpy.datetime64":
        is_text = isinstance(first, Scalar) and isinstance(first.const, str) and "." not in first.const and len(arguments.given) == 1
        kind = "datetime:s" if is_text else kind
    zones = [value for word, value in arguments.named.items() if word in ("tz", "tzinfo")]
    zones += [value for value in arguments.given if isinstance(value, External)]
    if not zones:
        return Scalar(kind)
    is_utc = all(label(zone) in ("UTC", "utc") or (isinstance(zone, External) and zone.name in UTC) for zone in zones)
    return Scalar(f"datetime UTC:{kind.partition(':')[2]}" if is_utc else "?")
