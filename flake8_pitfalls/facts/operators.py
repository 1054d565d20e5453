"""Operators on values: carried out on constants, and by type where only that is known."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts.values import UNKNOWN, Const, Many, Mapping, Seq, builtin, type_name

FOLDS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
    "/": operator.truediv,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "**": operator.pow,
}
Found = frozenset[Any]
NESTED = 3  # containers in containers that are kept apart where a value goes round
NUMBERS = {"builtins.int": 0, "builtins.bool": 0, "builtins.float": 1}


def widened(value: Any) -> Any:
    """What is left of a value that a loop or recursion goes on changing: of a constant its type, of a container what is not deep in it."""
    return builtin(value.type) if isinstance(value, Const) and value.type in ("int", "float", "str") else shallow(value, NESTED)


def shallow(value: Any, depth: int) -> Any:
    """A value with unknown items where containers stand more than so many deep in each other.

    A recursive function that gives back lists of what it gives back holds containers without end, each of them many times.
    """
    if not isinstance(value, (Seq, Many, Mapping)):
        return value
    if not depth:
        return UNKNOWN
    if isinstance(value, Many):
        return Many(value.kind, shallow_all(value.element, depth))
    if isinstance(value, Seq):
        return Seq(value.kind, tuple(shallow_all(item, depth) for item in value.items))
    return Mapping(tuple((shallow_all(key, depth), shallow_all(item, depth)) for key, item in value.items))


def shallow_all(found: Found, depth: int) -> Found:
    return frozenset(shallow(value, depth - 1) for value in found)


def folded(symbol: str, left: Any, right: Any) -> Any:
    """The value of a binary operation."""
    one, two = type_name(left), type_name(right)
    if one in NUMBERS and two in NUMBERS:
        if isinstance(left, Const) and isinstance(right, Const):
            value = constant(symbol, left.value, right.value)
            return Const(value, type(value).__name__) if value is not None else UNKNOWN
        return number(symbol, one, two, right)
    if one == "builtins.str" and (symbol == "%" or (symbol == "+" and two == one) or (symbol == "*" and two == "builtins.int")):
        if symbol == "+" and isinstance(left, Const) and isinstance(right, Const) and len(left.value) + len(right.value) < 4096:
            return Const(left.value + right.value, "str")
        return builtin("str")
    if symbol == "+" and one == two and isinstance(left, Seq) and isinstance(right, Seq):
        return Seq(left.kind, left.items + right.items)
    if symbol == "+" and isinstance(left, (Seq, Many)) and isinstance(right, (Seq, Many)):
        return Many(left.kind, frozenset[Any]().union(*parts(left), *parts(right)))
    return UNKNOWN


def constant(symbol: str, left: Any, right: Any) -> Any | None:
    """The operation carried out; None where it fails or would be large."""
    if symbol not in FOLDS or (symbol in ("<<", "**") and (not isinstance(right, int) or not 0 <= right <= 256)):
        return None
    if isinstance(left, int) and left.bit_length() > 512:
        return None
    try:
        return FOLDS[symbol](left, right)
    except (ArithmeticError, TypeError, ValueError):
        return None


def number(symbol: str, one: str, two: str, right: Any) -> Any:
    if symbol == "/" or NUMBERS[one] or NUMBERS[two]:
        return builtin("float")
    if symbol == "**" and not (isinstance(right, Const) and right.value >= 0):
        return UNKNOWN  # a negative exponent gives a float
    if symbol in ("&", "|", "^") and one == two == "builtins.bool":
        return builtin("bool")
    return builtin("int") if symbol in FOLDS else UNKNOWN


def unary(symbol: str, value: Any) -> Any:
    if symbol == "not":
        return builtin("bool")
    if isinstance(value, Const) and value.type in ("int", "bool", "float"):
        if symbol == "~" and value.type == "float":
            return UNKNOWN
        operations: dict[str, Callable[[Any], Any]] = {"-": operator.neg, "+": operator.pos, "~": operator.invert}
        result = operations[symbol](int(value.value) if value.type == "bool" else value.value)
        return Const(result, type(result).__name__)
    kind = type_name(value)
    return builtin("float" if NUMBERS[kind] else "int") if kind in NUMBERS else UNKNOWN


def parts(value: Seq | Many) -> tuple[frozenset[Any], ...]:
    return value.items if isinstance(value, Seq) else (value.element,)
