"""Which f-strings have a field that could stand for a quantifier, as far as the tree shows: asked first, since most have none."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

ENDS_IN_CLASS = re.compile(r"(?:\\[dDwWsSXR]|\\[pP]\{[^}]*\}|\]|(?:^|[\n|^(:=!<>])\.)\Z")

PATTERN_LIKE = frozenset("\\[^$(")


def may_lose(node: ast.JoinedStr, module: Module) -> bool:
    """Whether an f-string has a field that could stand for a quantifier, as far as the tree alone shows: cheap, since most have none."""
    before: ast.expr | None = None
    for value in node.values:
        if isinstance(value, ast.FormattedValue) and value.conversion == -1 and value.format_spec is None:
            inner = value.value
            if isinstance(inner, ast.Tuple) or (isinstance(inner, ast.Constant) and type(inner.value) is int):
                return True
            if not isinstance(inner, ast.Constant) and may_follow_class(before, node, module):
                return True
        before = value
    return False


def may_follow_class(before: ast.expr | None, node: ast.JoinedStr, module: Module) -> bool:
    """Whether what precedes a field can end in something like a class."""
    if before is None:
        return node in module.inner_strings
    if isinstance(before, ast.Constant):
        return ENDS_IN_CLASS.search(str(before.value)) is not None
    text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return isinstance(before, ast.FormattedValue) and ends_in_class(before.value, not PATTERN_LIKE.isdisjoint(text), module)


def ends_in_class(node: ast.AST | None, looks_like_pattern: bool, module: Module) -> bool:
    """Whether a name can stand for a text that ends in a class; of an imported one, only the pattern that it stands in says so."""
    if not isinstance(node, (ast.Name, ast.Attribute)):
        return False
    if isinstance(node, ast.Attribute):
        return looks_like_pattern
    binding = module.names.only(node)
    if binding is not None and isinstance(binding.value, ast.Constant):
        return ENDS_IN_CLASS.search(str(binding.value.value)) is not None
    return looks_like_pattern and binding is not None and binding.kind == "import"
