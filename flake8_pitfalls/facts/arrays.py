"""Which expressions are known to be compared item by item: arrays, frames, columns of a table. Their `==` gives no bool."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module

ARRAYS = frozenset(
    f"numpy.{name}"
    for name in [
        "array",
        "asarray",
        "arange",
        "linspace",
        "logspace",
        "zeros",
        "ones",
        "empty",
        "full",
        "eye",
        "identity",
        "zeros_like",
        "ones_like",
        "empty_like",
        "full_like",
        "fromiter",
        "frombuffer",
        "concatenate",
        "stack",
        "vstack",
        "hstack",
        "where",
        "ndarray",
        "random.rand",
        "random.randn",
    ]
) | {"pandas.Series", "pandas.DataFrame", "pandas.Index"}
COLUMNS = frozenset(
    [
        "sqlalchemy.column",
        "sqlalchemy.Column",
        "sqlalchemy.literal_column",
        "sqlalchemy.orm.mapped_column",
        "sqlalchemy.literal",
        "sqlalchemy.bindparam",
        "sqlalchemy.sql.column",
        "sqlalchemy.sql.expression.column",
    ]
)
FAMILIES = ("numpy.", "pandas.")
NAMED = frozenset(("numpy", "pandas", "sqlalchemy", "importlib", "__import__"))
INDEXERS = ("iloc", "iat", "loc", "at")


def is_array(module: Module, node: ast.expr) -> bool:
    """Whether an expression can be an array, as far as the program shows."""
    return not _names(module, node).isdisjoint(ARRAYS)


def is_elementwise(module: Module, node: ast.expr) -> bool:
    """Whether an expression can be an array or a column of a table, as far as the program shows."""
    return not _names(module, node).isdisjoint(ARRAYS | COLUMNS)


def is_of_arrays(module: Module, node: ast.expr) -> bool:
    """Whether an expression is an array or a number taken from one: `==` gives `numpy.bool` then, or an array."""
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        return False
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and part.attr in INDEXERS and isinstance(module.index.parent(part), ast.Subscript):
            return True
    return any(name.startswith(FAMILIES) for name in _names(module, node))


def _names(module: Module, node: ast.expr) -> set[str]:
    if isinstance(node, ast.Constant):
        return set()
    if not _may_know_arrays(module):
        return set()
    from flake8_pitfalls.facts.values import type_name

    return {type_name(value) for value in module.values.of(node)}


def _may_know_arrays(module: Module) -> bool:
    """Whether an array can be known here: the file names such a library, or imports a module of the project, which may hand one out.

    Most files do neither, and need no values for it.
    """
    imports = module.index.of(ast.Import, ast.ImportFrom)
    return not NAMED.isdisjoint(module.source.words) or any(
        getattr(node, "level", 0) or module.finder.find(name.partition(".")[0]) is not None for node in imports for name in _imported(node)
    )


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    assert isinstance(node, ast.Import)
    return [alias.name for alias in node.names]
