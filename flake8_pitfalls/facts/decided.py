"""Tests that come out the same in every run: `TYPE_CHECKING`, and `sys.version_info` where all Pythons from 3.10 on agree."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

FLOOR = (3, 10)
COMPARED: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
LATEST = (4,)  # stands for every Python from the floor on


def decided(test: ast.expr) -> bool | None:
    """How a test comes out wherever the program runs; None where that may differ, or is not about types or versions."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        found = decided(test.operand)
        return None if found is None else not found
    if is_for_types(test):
        return False
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or type(test.ops[0]) not in COMPARED:
        return None
    asked, given = _asked(test.left), _tuple(test.comparators[0])
    if asked is None or given is None:
        return None
    if asked == "major":
        return COMPARED[type(test.ops[0])](3, given[0]) if len(given) == 1 else None
    compare = COMPARED[type(test.ops[0])]
    answers = {compare(FLOOR, given), compare(LATEST, given)} if given <= FLOOR or given >= LATEST else {True, False}
    return answers.pop() if len(answers) == 1 else None


def is_for_types(test: ast.expr) -> bool:
    """Whether a test is `TYPE_CHECKING`, which is false whenever the program runs."""
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING")


def _asked(node: ast.expr) -> str | None:
    """`major` of `sys.version_info[0]` and `sys.version_info.major`, `version` of the whole and of its beginning."""
    if isinstance(node, ast.Attribute) and node.attr == "major" and _is_version(node.value):
        return "major"
    if isinstance(node, ast.Subscript) and _is_version(node.value):
        if isinstance(node.slice, ast.Constant) and node.slice.value == 0:
            return "major"
        return "version" if isinstance(node.slice, ast.Slice) and node.slice.lower is None else None
    return "version" if _is_version(node) else None


def _is_version(node: ast.expr) -> bool:
    """Whether it is `sys.version_info`, also of a `sys` under another name of that kind."""
    if isinstance(node, ast.Name):
        return node.id == "version_info"
    named = node.value.id if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) else ""
    return named.strip("_").startswith("sys") and isinstance(node, ast.Attribute) and node.attr == "version_info"


def _tuple(node: ast.expr) -> tuple[int, ...] | None:
    items = node.elts if isinstance(node, ast.Tuple) else [node]
    found = tuple(item.value for item in items if isinstance(item, ast.Constant) and type(item.value) is int)
    return found if found and len(found) == len(items) else None
