"""Whether a generator expression is run right where it is written: by `list(…)`, `sum(…)`, a `for`, or through a name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.knowledge.offloading import DRIVERS, DRIVING_METHODS, LAZY

if TYPE_CHECKING:
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Names

DEPTH = 8


def driven_by(node: ast.GeneratorExp, index: Index, names: Names) -> ast.AST | None:
    """What asks a generator expression for its items: itself where that happens where it is written, None where nothing does."""
    if is_driven(node, index, names):
        return node
    parent = index.parents[node]
    use = _driving_use(parent, index, names) if isinstance(parent, ast.Assign) and parent.value is node else None
    if use is None:
        return None
    around = index.parents[use]
    return around if isinstance(around, ast.Call) else use


def is_driven(node: ast.AST, index: Index, names: Names, depth: int = 0) -> bool:
    """Whether something asks this iterator for its items where it is written, as far as the text shows."""
    parent = index.parents.get(node)
    if parent is None or depth > DEPTH:
        return False
    if isinstance(parent, ast.Starred):
        return True
    if isinstance(parent, (ast.For, ast.comprehension)):
        return parent.iter is node and (not isinstance(parent, ast.comprehension) or _comprehended(parent, index, names, depth))
    if isinstance(parent, ast.YieldFrom):
        return True
    if isinstance(parent, ast.Call) and node is not parent.func:
        return _by_call(parent, index, names, depth)
    if isinstance(parent, ast.Assign) and parent.value is node:
        return isinstance(parent.targets[0], (ast.Tuple, ast.List))
    return isinstance(parent, ast.Compare) and node in parent.comparators


def _comprehended(generator: ast.comprehension, index: Index, names: Names, depth: int) -> bool:
    around = index.parents[generator]
    return not isinstance(around, ast.GeneratorExp) or is_driven(around, index, names, depth + 1)


def _by_call(call: ast.Call, index: Index, names: Names, depth: int) -> bool:
    qualified = names.qualified(call.func) or ""
    if qualified in LAZY:
        return is_driven(call, index, names, depth + 1)
    return qualified in DRIVERS or (isinstance(call.func, ast.Attribute) and call.func.attr in DRIVING_METHODS and not qualified)


def _driving_use(statement: ast.Assign, index: Index, names: Names) -> ast.Name | None:
    """The first read of the name that a statement binds, in the same function, that drives what it holds."""
    target = statement.targets[0]
    if len(statement.targets) != 1 or not isinstance(target, ast.Name):
        return None
    scope = names.scope(target)
    for use in index.of(ast.Name):
        assert isinstance(use, ast.Name)
        if use.id == target.id and isinstance(use.ctx, ast.Load) and names.scope(use) is scope and is_driven(use, index, names):
            return use
    return None
