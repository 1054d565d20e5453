"""Small exact edits: replace a node, an operator, wrap, insert an import. They touch the characters they name and no others."""

from __future__ import annotations

import ast
import io
import tokenize

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Span


def replace(module: Module, node: ast.AST, text: str) -> Edit:
    """The node's text becomes `text`."""
    return Edit(module.source.span(node), text)


def newline(module: Module) -> str:
    """The line end that the file uses: the first one in it."""
    from flake8_pitfalls.text.source import LINE_END

    found = LINE_END.search(module.source.text)
    return found.group() if found else "\n"
