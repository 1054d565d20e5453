"""What a module imports, and when: at import time or in which function; and what runs only where it is the main program. Plain data.

    imports   [[line, column, dotted name, from-name or "", qualname of the function or ""], …] in the order of the text
    main      [[first line, last line], …] of the blocks under `if __name__ == "__main__":`

Lines and columns count from 1. Imports that only a type checker reads are left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.decided import is_for_types
from flake8_pitfalls.facts.finding import absolute

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.summary import LocalSummary


def startup(local: LocalSummary) -> dict[str, list[list[Any]]]:
    """Both, of one module."""
    return {"imports": sorted(imports(local)), "main": main_blocks(local)}


def imports(local: LocalSummary) -> list[list[Any]]:
    index, source = local.index, local.source.source
    found: list[list[Any]] = []
    for node, origin, name in at_run_time(local.source):
        column = source.position(source.offset(node.lineno, node.col_offset))[1] + 1
        function = index.function(node)
        while isinstance(function, ast.ClassDef):  # a class's body runs with what is around it
            function = index.function(function)
        found.append([node.lineno, column, origin, name, local.terms.qualname(function)])
    return found


def every_import(module: Module) -> Iterator[tuple[ast.stmt, str, str]]:
    """The imports of a module: each with its dotted name, and the name that is taken from it or ""."""
    for node in module.index.of(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = absolute("." * node.level + (node.module or ""), module.dotted, module.is_package)
            yield from ((node, origin, alias.name) for alias in node.names)


def at_run_time(module: Module) -> Iterator[tuple[ast.stmt, str, str]]:
    """The same without those that only a type checker reads."""
    text = module.source.text
    has_types = "TYPE_CHECKING" in text or not text.isascii()  # in another Unicode form
    return (one for one in every_import(module) if not (has_types and is_only_for_types(one[0], module.index)))


def is_only_for_types(node: ast.AST, index: Index) -> bool:
    """Whether an import is one that only a type checker reads."""
    return any(isinstance(one, ast.If) and is_for_types(one.test) and node not in one.orelse for one in index.ancestors(node))


def main_blocks(local: LocalSummary) -> list[list[Any]]:
    """The lines of the blocks that run only in the main program."""
    found = []
    for node in local.index.of(ast.If):
        assert isinstance(node, ast.If)
        if asks_for_main(node.test):
            found.append([node.body[0].lineno, node.body[-1].end_lineno or node.body[-1].lineno])
    return found


def asks_for_main(test: ast.expr) -> bool:
    """Whether a test is `__name__ == "__main__"`, either way round, alone or first in an `and`."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(asks_for_main(value) for value in test.values)
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq)):
        return False
    sides = [test.left, test.comparators[0]]
    named = any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
    return named and any(isinstance(side, ast.Constant) and side.value == "__main__" for side in sides)
