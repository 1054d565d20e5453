"""The cells of a notebook, in its module text: each runs by itself, and shows what its last line gives."""

from __future__ import annotations

import ast
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


class Cells:
    """Where the cells of a module begin; a module that is no notebook is one cell, numbered 0."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.starts: list[int] = []
        if module.path.endswith(".ipynb"):
            from flake8_pitfalls.text.notebook import borders

            self.starts = [line for line, _ in borders(module.source.text)]

    def of(self, node: ast.AST) -> int:
        """Which cell a node stands in, the first being 1."""
        return bisect_right(self.starts, getattr(node, "lineno", 0))

    def shows(self, node: ast.AST | None) -> bool:
        """Whether a cell ends in this expression, without a semicolon, so that what it gives is shown."""
        if not self.starts or not isinstance(node, ast.Expr):
            return False
        body = self.module.tree.body
        if node not in body:
            return False
        place = body.index(node)
        if place + 1 < len(body) and self.of(body[place + 1]) == self.of(node):
            return False
        source = self.module.source
        return not source.line(node.end_lineno or node.lineno)[source.position(source.span(node).end)[1] :].lstrip().startswith(";")
