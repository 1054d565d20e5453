"""Blocks of statements, without the bare texts in them that do nothing."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

FIELDS = ("body", "orelse", "finalbody")
NAME_LOOKERS = frozenset(("locals", "vars", "eval", "exec", "dir"))


def does_nothing(node: ast.stmt) -> bool:
    """Whether a statement is a bare text, as a docstring is."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def only(body: list[ast.stmt]) -> ast.stmt | None:
    """The one statement of a block that does something."""
    doing = [node for node in body if not does_nothing(node)]
    return doing[0] if len(doing) == 1 else None


def before(node: ast.stmt, module: Module) -> ast.stmt | None:
    """The statement right before another in the same block."""
    parent = module.index.parent(node)
    for field in FIELDS:
        block = getattr(parent, field, None)
        if isinstance(block, list) and node in block:
            earlier = [one for one in block[: block.index(node)] if not does_nothing(one)]
            return earlier[-1] if earlier else None
    return None


def looks_at_names(function: ast.AST, module: Module) -> bool:
    """Whether a function calls something that sees its local names."""
    if module.source.words.isdisjoint(NAME_LOOKERS):
        return False
    return any(isinstance(part, ast.Name) and part.id in NAME_LOOKERS for part in ast.walk(function))
