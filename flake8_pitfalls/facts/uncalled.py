"""Attributes that are methods, where somebody wanted what the method gives."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import caught_by, wanted_to_fail
from flake8_pitfalls.facts.set_by_text import is_set_by_text
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst, Many, Mapping, Seq, Wrapped, type_name
from flake8_pitfalls.knowledge.methods import is_method
from flake8_pitfalls.knowledge.threads import canonical
from flake8_pitfalls.text.source import Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

LOGS = frozenset(["debug", "info", "warning", "warn", "error", "critical", "exception", "log"])
SHOWS = frozenset(
    ("builtins.print", "builtins.str", *(f"logging.{place}{name}" for place in ("", "Logger.", "LoggerAdapter.") for name in LOGS))
)

UNCHANGING = frozenset(f"builtins.{name}" for name in ("str", "bytes", "int", "float", "complex", "bool", "tuple", "frozenset", "range"))


def is_uncalled_method(node: ast.Attribute, module: Module, needs_no_arguments: bool) -> bool:
    """Whether an attribute is certain to be a plain method of an object whose class is known.

    `needs_no_arguments`: only one that could be called as it stands.
    """
    if node.attr.startswith("__"):
        return False
    return module.values.certain(node.value, lambda value: _has_method(value, node.attr, module, needs_no_arguments))


def _has_method(value: Any, name: str, module: Module, needs_no_arguments: bool) -> bool:
    if isinstance(value, (Const, Seq, Many, Mapping)):
        return is_method(type_name(value), name)
    if not isinstance(value, Inst):
        return False
    if not isinstance(value.of, Cls):
        return is_method(canonical(getattr(value.of, "name", "")), name)
    classes = module.project.classes
    order = classes.order(value.of)
    found, owner = classes.lookup(order, name)
    if not isinstance(owner, Cls):
        return bool(found) and is_method(canonical(getattr(owner, "name", "")), name) and not _is_stored(order, name, module)
    if not found or _is_stored(order, name, module) or _is_made_otherwise(order, module) or is_set_by_text(name, order, module):
        return False
    return all(_is_plain(item, module, needs_no_arguments) for item in found)


def _is_made_otherwise(order: tuple[Any, ...], module: Module) -> bool:
    """Whether a class says itself what its attributes give, or what a call of it makes."""
    lookup = module.project.classes.lookup
    return any(isinstance(lookup(order, name)[1], Cls) for name in ("__getattribute__", "__new__"))


def _is_stored(order: tuple[Any, ...], name: str, module: Module) -> bool:
    """Whether an attribute of that name is set on instances, here or in the classes' own methods."""
    if module.places.set_attributes(name):
        return True
    for cls in order:
        view = module.project.view(cls.module) if isinstance(cls, Cls) else None
        facts = view.klass(cls.qualname) if view is not None else None
        if facts is not None and name in facts["attributes"]:
            return True
    return False


def _is_plain(item: Any, module: Module, needs_no_arguments: bool) -> bool:
    """Whether a class's attribute is a function that instances give as a method."""
    if isinstance(item, Wrapped) and item.kind in ("staticmethod", "classmethod"):
        item = item.function
    facts = module.project.function(item) if isinstance(item, Func) else None
    if facts is None:
        return False
    required = [
        one for one in facts["parameters"][0 if facts["method"] == "static" else 1 :] if one[1] in ("positional", "both", "keyword")
    ]
    return not needs_no_arguments or all(default is not None for _, _, _, default in required)


def is_showing(call: ast.Call, module: Module) -> bool:
    """Whether a call shows its arguments to a reader."""
    names = {canonical(value.name) if hasattr(value, "name") else "" for value in module.values.of(call.func)}
    return bool(names) and names <= SHOWS


def is_probe(node: ast.Attribute, how: str, module: Module) -> bool:
    """Whether it is looked up to see whether it is there, as `text.split` is by a function that takes texts and bytes alike."""
    if how == "dropped" and (caught_by(node, module, "AttributeError", "Exception", "BaseException") or _changes_nothing(node, module)):
        return True
    return (how == "test" and _is_called_then(node, module)) or wanted_to_fail(node, module)


def _is_called_then(node: ast.Attribute, module: Module) -> bool:
    """Whether what the test guards calls the very same: `if self.hook: self.hook()` asks whether there is a hook."""
    asked = ast.dump(node)
    around = next((one for one in module.index.ancestors(node) if isinstance(one, (ast.stmt, ast.IfExp))), None)
    return around is not None and any(isinstance(part, ast.Call) and ast.dump(part.func) == asked for part in ast.walk(around))


def _changes_nothing(node: ast.Attribute, module: Module) -> bool:
    """Whether a call of it as a statement would do nothing either: no method of these types does more than give a value."""
    return any(type_name(value) in UNCHANGING for value in module.values.of(node.value))


def span_of(node: ast.Attribute, module: Module) -> Span | None:
    """Where the attribute stands; in an f-string the text of its field is asked, since the tree's places are not trusted there."""
    around = next((one for one in module.index.ancestors(node) if isinstance(one, (ast.JoinedStr, ast.stmt))), None)
    if not isinstance(around, ast.JoinedStr):
        return module.source.span(node)
    parent = module.index.parent(node)
    outermost = around
    for one in module.index.ancestors(around):
        if isinstance(one, ast.JoinedStr):
            outermost = one
    if outermost is not around:
        return None  # inside a nested f-string
    for piece, field in module.strings.pieces(around):
        if field is not None and field is parent:
            start, end = piece.expression  # type: ignore[union-attr]
            text = module.source.text[start:end]
            return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
    return None
