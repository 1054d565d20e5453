"""Attributes that are set by their name as a text: `setattr(x, "name", 1)`, `x.__dict__["name"] = 1`, `vars(x).update(options)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.values import Cls, Inst, Thing

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

WORDS = frozenset(("setattr", "__setattr__", "__dict__", "vars"))
READING = frozenset(("get", "items", "keys", "values", "copy", "pop", "__contains__"))


def is_set_by_text(name: str, order: tuple[Any, ...], module: Module) -> bool:
    """Whether this module may so set an attribute on instances of a class, or on one of the classes in its order."""
    if WORDS.isdisjoint(module.source.words):
        return False
    return any(text in (None, name) and _may_be(owner, order, module) for owner, text in _settings(module))


def _settings(module: Module) -> Iterator[tuple[ast.expr, str | None]]:
    """Each object on which something is set by text, and the text; None where that is not written out."""
    for node in module.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        word = last_word(node.func)
        if word in ("setattr", "__setattr__") and node.args:
            own = isinstance(node.func, ast.Attribute) and len(node.args) == 2  # `super().__setattr__(name, value)`
            yield (node.func.value if own else node.args[0]), _text(node.args[0 if own else 1 : 2])  # type: ignore[attr-defined]
        elif word == "vars" and len(node.args) == 1:
            yield from _of_dict(node, node.args[0], module)
    for attribute in module.index.of(ast.Attribute):
        assert isinstance(attribute, ast.Attribute)
        if attribute.attr == "__dict__":
            yield from _of_dict(attribute, attribute.value, module)


def _of_dict(node: ast.expr, owner: ast.expr, module: Module) -> Iterator[tuple[ast.expr, str | None]]:
    """What is done to an object's dict, unless it is only read."""
    parent = module.index.parent(node)
    if isinstance(parent, ast.Subscript) and parent.value is node:
        if isinstance(parent.ctx, ast.Store):
            yield owner, _text([parent.slice])
    elif isinstance(parent, ast.Attribute):
        if parent.attr not in READING:
            yield owner, None
    elif not isinstance(getattr(node, "ctx", None), ast.Load) or isinstance(parent, (ast.Assign, ast.AugAssign, ast.NamedExpr, ast.Return)):
        yield owner, None


def _text(given: list[ast.expr]) -> str | None:
    return given[0].value if given and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str) else None


def _may_be(node: ast.expr, order: tuple[Any, ...], module: Module) -> bool:
    """Whether an expression may be an instance of a class, or one of the classes: not where it is known to be something else."""
    found = module.values.of(node)
    for value in found:
        of = value.of if isinstance(value, Inst) else value
        if isinstance(of, Thing):
            continue
        if (
            not isinstance(of, Cls)
            or of in order
            or any(base in order for base in module.project.classes.order(of) if isinstance(base, Cls))
        ):
            return True
    return not found
