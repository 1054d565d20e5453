"""What tests around a name or before it say of it: it is not None (`if x is None: return`), it is an int (`isinstance(x, int)`)."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)
Says = Callable[[ast.expr, bool], bool]  # whether a test that comes out so says it


def is_present(node: ast.expr, module: Module) -> bool:
    """Whether a name stands for a parameter, or for what is assigned once, and tests around or before it say that it is not None."""
    if not isinstance(node, ast.Name) or module.names.only(node) is None:
        return False
    name = node.id

    def says(test: ast.expr, truth: bool) -> bool:
        if not truth:
            return _asks_for_none(test, name, ast.Is)
        return _is_name(test, name) or _asks_for_none(test, name, ast.IsNot)

    return _is_said(node, module, says)


def is_tested_int(node: ast.expr, module: Module) -> bool:
    """The same for tests that say that it is an int: `isinstance(x, int)`, `type(x) is int`."""
    if not isinstance(node, ast.Name) or module.names.only(node) is None:
        return False
    name = node.id

    def says(test: ast.expr, truth: bool) -> bool:
        if not truth or tested_int(test) != name:
            return False
        kind = test.args[1] if isinstance(test, ast.Call) else test.comparators[0]  # type: ignore[attr-defined]
        return module.names.qualified(kind) == "builtins.int"

    return _is_said(node, module, says)


def tested_int(test: ast.AST) -> str:
    """The name that `isinstance(x, int)` or `type(x) is int` ask of; "" for another test."""
    if isinstance(test, ast.Call):
        asked = test.args[0] if len(test.args) == 2 and isinstance(test.func, ast.Name) and test.func.id == "isinstance" else None
        kind: ast.expr | None = test.args[1] if asked is not None else None
    elif isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Is, ast.Eq)):
        left, kind = test.left, test.comparators[0]
        is_type = isinstance(left, ast.Call) and isinstance(left.func, ast.Name) and left.func.id == "type" and len(left.args) == 1
        asked = left.args[0] if is_type and isinstance(left, ast.Call) else None
    else:
        return ""
    return asked.id if isinstance(asked, ast.Name) and isinstance(kind, ast.Name) and kind.id == "int" else ""


def _is_said(node: ast.Name, module: Module, says: Says) -> bool:
    child: ast.AST = node
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.Module)):
            return isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)) and _said_before(child, around.body, says)
        if _tested(around, child, says):
            return True
        blocks = [getattr(around, name, None) for name in ("body", "orelse", "finalbody")]
        if any(isinstance(block, list) and _said_before(child, block, says) for block in blocks):
            return True
        child = around
    return False


def _tested(around: ast.AST, child: ast.AST, says: Says) -> bool:
    """Whether a test says it in one of its parts: a term after others in `and`, a branch."""
    if isinstance(around, ast.BoolOp) and isinstance(around.op, ast.And) and child in around.values:
        return any(_follows(part, True, says) for part in around.values[: around.values.index(child)])
    if not isinstance(around, (ast.IfExp, ast.If, ast.While)) or child is around.test:
        return False
    is_first = child is around.body if isinstance(around, ast.IfExp) else child in around.body
    return _follows(around.test, is_first, says)


def _said_before(child: ast.AST, block: list[ast.stmt], says: Says) -> bool:
    """Whether a statement of a block, above the one at hand, lets nobody pass of whom it is not so."""
    for statement in block if child in block else ():
        if statement is child:
            return False
        if isinstance(statement, ast.Assert) and _follows(statement.test, True, says):
            return True
        if isinstance(statement, ast.If) and isinstance(statement.body[-1], LEAVING) and _follows(statement.test, False, says):
            return True
    return False


def _follows(test: ast.expr, truth: bool, says: Says) -> bool:
    """Whether it is so where a test holds, or does not."""
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And if truth else ast.Or) and any(_follows(part, truth, says) for part in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _follows(test.operand, not truth, says)
    return says(test, truth)


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _asks_for_none(test: ast.expr, name: str, op: type[ast.cmpop]) -> bool:
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], op):
        return False
    other = test.comparators[0]
    return _is_name(test.left, name) and isinstance(other, ast.Constant) and other.value is None
