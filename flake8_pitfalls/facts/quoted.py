"""What an annotation in quotes promises: `"Client"`, `"int | None"`, `"Optional[list[Client]]"`. Its names have no place in the tree."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.knowledge.returns import HELD

if TYPE_CHECKING:
    from flake8_pitfalls.facts.names import Names, Scope
    from flake8_pitfalls.facts.terms import Terms

LONGEST = 200  # characters; what is longer is a type that promises nothing here
DEPTH = 12


class Quoted:
    """The annotations in quotes of one module."""

    def __init__(self, names: Names, terms: Terms) -> None:
        self.names = names
        self.terms = terms

    def term(self, node: ast.Constant) -> Any:
        """The term of what a text promises where it stands; None where that is not known."""
        text = str(node.value)
        scope = self.names.scope(node)
        if text.isidentifier():
            return self._instance([text], scope)
        if len(text) > LONGEST:
            return None
        try:
            return self._of(ast.parse(text.strip(), mode="eval").body, scope, DEPTH)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def _of(self, node: ast.expr, scope: Scope | None, depth: int) -> Any:
        if depth == 0:
            return None
        if isinstance(node, ast.Constant):
            return ["const", None] if node.value is None else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return ["any", [self._of(part, scope, depth - 1) for part in (node.left, node.right)]]
        if isinstance(node, ast.Subscript):
            return self._subscripted(node, scope, depth - 1)
        parts = dotted(node)
        return self._instance(parts, scope) if parts else None

    def _subscripted(self, node: ast.Subscript, scope: Scope | None, depth: int) -> Any:
        parts = dotted(node.value)
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if not parts or not items:
            return None
        if parts[-1] == "Optional":
            return ["any", [self._of(items[0], scope, depth), ["const", None]]]
        if parts[-1] == "Union":
            return ["any", [self._of(item, scope, depth) for item in items]]
        if parts[-1] in ("Annotated", "Final", "ClassVar"):
            return self._of(items[0], scope, depth)
        kind = HELD.get(self._qualified(parts, scope))
        if kind == "tuple" and not (len(items) == 2 and isinstance(items[1], ast.Constant) and items[1].value is ...):
            return ["seq", "tuple", [self._of(item, scope, depth) for item in items]]
        if kind is not None:
            return ["comp", kind, self._of(items[-1] if kind == "dict" else items[0], scope, depth)]
        return self._instance(parts, scope)

    def _instance(self, parts: list[str], scope: Scope | None) -> Any:
        """An instance of what a dotted name stands for in the end."""
        deciding = self.names.deciding(parts[0], scope)
        if deciding is None:
            if not hasattr(builtins, parts[0]) or self.names.module_scope.stars:
                return None
            term: Any = ["name", f"builtins.{parts[0]}"]
        else:
            term = ["use", [self.terms.number(binding) for binding in self.names.at_end(parts[0], deciding)]]
        for part in parts[1:]:
            term = ["attr", term, part]
        return ["instance", term]

    def _qualified(self, parts: list[str], scope: Scope | None) -> str:
        deciding = self.names.deciding(parts[0], scope)
        if deciding is None:
            return f"builtins.{parts[0]}"
        found = self.names.at_end(parts[0], deciding)
        return ".".join([found[0].qualified, *parts[1:]]) if len(found) == 1 else ""


def dotted(node: ast.expr) -> list[str]:
    """The words of a dotted name, none for anything else."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.insert(0, node.attr)
        node = node.value
    return [node.id, *words] if isinstance(node, ast.Name) else []
