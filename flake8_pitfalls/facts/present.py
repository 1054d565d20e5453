"""Whether a name that may be None is surely something else where it is used: after `if x is None: return`, under `if x is not None`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def is_present(node: ast.expr, module: Module) -> bool:
    """Whether a name stands for a parameter, or for what is assigned once, and tests around or before it say that it is not None."""
    if not isinstance(node, ast.Name) or module.names.only(node) is None:
        return False
    child: ast.AST = node
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.Module)):
            return isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)) and _left_before(child, around.body, node.id)
        if _tested(around, child, node.id):
            return True
        blocks = [getattr(around, name, None) for name in ("body", "orelse", "finalbody")]
        if any(isinstance(block, list) and _left_before(child, block, node.id) for block in blocks):
            return True
        child = around
    return False


def _tested(around: ast.AST, child: ast.AST, name: str) -> bool:
    """Whether a test lets nobody with None come to one of its parts: a term after others in `and`, a branch."""
    if isinstance(around, ast.BoolOp) and isinstance(around.op, ast.And) and child in around.values:
        return any(_says_present(part, name) for part in around.values[: around.values.index(child)])
    if not isinstance(around, (ast.IfExp, ast.If, ast.While)) or child is around.test:
        return False
    is_first = child is around.body if isinstance(around, ast.IfExp) else child in around.body
    return (_says_present if is_first else _says_absent)(around.test, name)


def _left_before(child: ast.AST, block: list[ast.stmt], name: str) -> bool:
    """Whether a statement of a block, above the one at hand, lets nobody pass with None."""
    for statement in block if child in block else ():
        if statement is child:
            return False
        if isinstance(statement, ast.Assert) and _says_present(statement.test, name):
            return True
        if isinstance(statement, ast.If) and isinstance(statement.body[-1], LEAVING) and _says_absent(statement.test, name):
            return True
    return False


def _says_present(test: ast.expr, name: str) -> bool:
    """Whether a name is not None where a test holds."""
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And) and any(_says_present(part, name) for part in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _says_absent(test.operand, name)
    return _is_name(test, name) or _asks_for_none(test, name, ast.IsNot)


def _says_absent(test: ast.expr, name: str) -> bool:
    """Whether a name is not None where a test does not hold."""
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.Or) and any(_says_absent(part, name) for part in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _says_present(test.operand, name)
    return _asks_for_none(test, name, ast.Is)


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _asks_for_none(test: ast.expr, name: str, op: type[ast.cmpop]) -> bool:
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], op):
        return False
    other = test.comparators[0]
    return _is_name(test.left, name) and isinstance(other, ast.Constant) and other.value is None
