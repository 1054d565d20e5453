"""Constants as CPython's compiler folds them, before it warns of `is` with a literal.

Source: `Python/ast_opt.c` of CPython 3.10 to 3.13, and a test that asks the compiler. It folds unary and binary operators, subscripts and
tuples of constants, within limits; not conditions, comparisons, calls, slices, nor `and` and `or`.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

INT_BITS = 128
ITEMS = 256
CHARACTERS = 4096
NESTED_ITEMS = 1024
DEPTH = 100  # brackets and signs nested deeper than this are nobody's constant


class NotConstant:
    """The type of `NOT_CONSTANT`, which stands for what the compiler does not fold."""


NOT_CONSTANT = NotConstant()


def folded(node: ast.expr, depth: int = 0) -> Any:
    """The value of an expression that the compiler folds to a constant, else `NOT_CONSTANT`."""
    if isinstance(node, ast.Constant):
        return node.value
    if depth > DEPTH:
        return NOT_CONSTANT
    if isinstance(node, ast.UnaryOp):
        return _unary(node, depth + 1)
    if isinstance(node, ast.BinOp):
        return _binary(node, depth + 1)
    if isinstance(node, ast.Subscript):
        return _subscript(node, depth + 1)
    if isinstance(node, ast.Tuple):
        items = tuple(folded(item, depth + 1) for item in node.elts)
        return items if NOT_CONSTANT not in items and isinstance(node.ctx, ast.Load) else NOT_CONSTANT
    if isinstance(node, ast.Name) and node.id == "__debug__":
        return True
    return NOT_CONSTANT


def is_folded_int(node: ast.expr) -> bool:
    """Whether the compiler makes an int of an expression: `-1` and `2 ** 10` too, but not `True`."""
    return type(folded(node)) is int


def _unary(node: ast.UnaryOp, depth: int) -> Any:
    value = folded(node.operand, depth)
    return NOT_CONSTANT if value is NOT_CONSTANT else _tried(UNARY[type(node.op)], value)


def _binary(node: ast.BinOp, depth: int) -> Any:
    # A sum of thousands of terms is nested to the left: gone down in a loop.
    chain: list[ast.BinOp] = [node]
    while isinstance(chain[-1].left, ast.BinOp):
        chain.append(chain[-1].left)
    value = folded(chain[-1].left, depth)
    for part in reversed(chain):
        operate = BINARY.get(type(part.op))
        if operate is None or value is NOT_CONSTANT:
            return NOT_CONSTANT
        right = folded(part.right, depth)
        value = NOT_CONSTANT if right is NOT_CONSTANT else _tried(operate, value, right)
    return value


def _subscript(node: ast.Subscript, depth: int) -> Any:
    if not isinstance(node.ctx, ast.Load):
        return NOT_CONSTANT
    value, key = folded(node.value, depth), folded(node.slice, depth)
    return NOT_CONSTANT if NOT_CONSTANT in (value, key) else _tried(operator.getitem, value, key)


def _tried(operate: Callable[..., Any], *values: Any) -> Any:
    """What an operator gives; what raises, or would grow beyond a limit, is left to run time."""
    try:
        return operate(*values)
    except Exception:
        return NOT_CONSTANT


class TooLarge(Exception):
    """The compiler would rather not store this."""


def _inverted(value: Any) -> Any:
    return ~int(value) if isinstance(value, bool) else ~value  # `~True` is folded, with a warning that is none of ours


def _times(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int):
        if left and right and left.bit_length() + right.bit_length() > INT_BITS:
            raise TooLarge
    elif isinstance(left, int) and isinstance(right, (tuple, str, bytes)):
        _check_repeated(left, right)
    elif isinstance(right, int) and isinstance(left, (tuple, str, bytes)):
        _check_repeated(right, left)
    return left * right


def _check_repeated(times: int, value: tuple[Any, ...] | str | bytes) -> None:
    if not value:
        return
    limit = ITEMS if isinstance(value, tuple) else CHARACTERS
    if times < 0 or times > limit // len(value):
        raise TooLarge
    if isinstance(value, tuple) and times and _nested(value, NESTED_ITEMS // times) < 0:
        raise TooLarge


def _nested(value: tuple[Any, ...], limit: int) -> int:
    """What is left of a limit of items when those of a tuple and of the tuples in it are taken away; negative where it does not do."""
    limit -= len(value)
    for item in value:
        if limit < 0:
            break
        if isinstance(item, tuple):
            limit = _nested(item, limit)
    return limit


def _power(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int) and left and right > 0 and left.bit_length() > INT_BITS // right:
        raise TooLarge
    return left**right


def _left_shift(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int) and left and right and (right > INT_BITS or left.bit_length() > INT_BITS - right):
        raise TooLarge
    return left << right


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, (str, bytes)):
        raise TooLarge  # formatting
    return left % right


UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.Invert: _inverted,
    ast.Not: operator.not_,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}
BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: _modulo,
    ast.Pow: _power,
    ast.LShift: _left_shift,
    ast.RShift: operator.rshift,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
    ast.BitAnd: operator.and_,
}
