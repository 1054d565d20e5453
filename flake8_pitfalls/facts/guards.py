"""What surrounds a node: a `try` that catches what it may raise, a test that wants it to fail, a main guard."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

EXPECTING = ("raises", "warns", "suppress", "expect", "fails")


def caught_by(node: ast.AST, module: Module, *names: str) -> bool:
    """Whether a `try` around a node catches one of these exceptions (names of builtins); a bare `except` catches all."""
    child = node
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            return False
        is_try = isinstance(around, ast.Try) or around.__class__.__name__ == "TryStar"
        if is_try and child in around.body:  # type: ignore[attr-defined]
            for handler in around.handlers:  # type: ignore[attr-defined]
                types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
                if any(one is None or last_word(one) in names for one in types):
                    return True
        child = around
    return False


def wanted_to_fail(node: ast.AST, module: Module) -> bool:
    """Whether a `with` (or a call) around a node expects an exception or a warning: `pytest.raises`, `self.assertRaises`, `suppress` …"""
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.With, ast.AsyncWith)):
            for item in around.items:
                call = item.context_expr
                word = last_word(call.func).lower() if isinstance(call, ast.Call) else last_word(call).lower()
                if any(part in word for part in EXPECTING):
                    return True
        if isinstance(around, ast.Call) and "raises" in last_word(around.func).lower():
            return True
    return False


def last_word(node: ast.AST | None) -> str:
    """The last part of a dotted name, "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def exclusive(one: ast.AST, other: ast.AST, module: Module) -> bool:
    """Whether two nodes stand in two branches of which only one is taken."""
    branches: dict[ast.AST, ast.AST] = {}
    child = one
    for around in module.index.ancestors(one):
        branches[around] = child
        child = around
    child = other
    for around in module.index.ancestors(other):
        if around in branches:
            if isinstance(around, ast.If):
                return (branches[around] in around.body) is not (child in around.body)
            return isinstance(around, (ast.Try, ast.IfExp, ast.Match)) and branches[around] is not child
        child = around
    return False


def left_before(one: ast.AST, other: ast.AST, module: Module) -> bool:
    """Whether the branch of the first node ends in a jump that leaves the second one, further down, out."""
    shared = set(module.index.ancestors(other))
    child = one
    for around in module.index.ancestors(one):
        if around in shared:
            return False
        for block in (getattr(around, "body", None), getattr(around, "orelse", None)):
            if isinstance(block, list) and child in block and isinstance(block[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break)):
                return True
        child = around
    return False


def in_test(node: ast.AST, module: Module) -> bool:
    """Whether a function whose name begins with `test` holds a node: it looks at a part by itself, on purpose."""
    functions = (around for around in module.index.ancestors(node) if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return any(function.name.startswith("test") for function in functions)
