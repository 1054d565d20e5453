"""Comprehensions and loops that build what a constructor would build, and whether the constructor is the same thing here."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# Builtins that go through an iterable once, from first to last or until they know enough: a generator that changes nothing changes nothing.
CONSUMERS = frozenset(
    f"builtins.{name}" for name in ["list", "tuple", "set", "frozenset", "sorted", "sum", "min", "max", "any", "all", "enumerate"]
)
PAIRS = frozenset(("builtins.enumerate", "builtins.zip"))


def is_same_item(target: ast.expr, item: ast.expr) -> bool:
    """Whether an item is what the loop's target holds: a plain name."""
    return isinstance(target, ast.Name) and isinstance(item, ast.Name) and target.id == item.id


def pair_of(target: ast.expr) -> tuple[str, str] | None:
    """The two names of a target `k, v`."""
    if isinstance(target, ast.Tuple) and len(target.elts) == 2:
        first, second = target.elts
        if isinstance(first, ast.Name) and isinstance(second, ast.Name) and first.id != second.id:
            return first.id, second.id
    return None


def gives_pairs(node: ast.expr, module: Module) -> bool:
    """Whether an iterable gives tuples of two: `d.items()`, `enumerate(x)`, `zip(a, b)`."""
    if not isinstance(node, ast.Call) or any(isinstance(item, ast.Starred) for item in node.args):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr == "items":
        return not node.args and not node.keywords
    name = module.names.qualified(node.func)
    return name == "builtins.enumerate" or (name == "builtins.zip" and len(node.args) == 2)


def is_no_mapping(node: ast.expr, module: Module) -> bool:
    """Whether an iterable is known to be a list, tuple, set or generator: of a mapping, `dict` would take the values too."""
    from flake8_pitfalls.facts.values import Running, type_name

    plain = frozenset(f"builtins.{kind}" for kind in ("list", "tuple", "set", "frozenset", "generator"))
    return module.values.certain(node, lambda value: isinstance(value, Running) or type_name(value) in plain)


def surely_gives_tuples(node: ast.expr, module: Module) -> bool:
    """The same, where it is also known that the pairs are tuples and no lists."""
    if not gives_pairs(node, module):
        return False
    assert isinstance(node, ast.Call)
    if module.names.qualified(node.func) in PAIRS:
        return True
    assert isinstance(node.func, ast.Attribute)
    from flake8_pitfalls.facts.values import type_name

    return module.values.certain(node.func.value, lambda value: type_name(value) == "builtins.dict")


def is_constructor_free(name: str, node: ast.AST, module: Module) -> bool:
    """Whether `list`, `set` or `dict` means the builtin here."""
    return module.names.deciding(name, module.names.scope(node)) is None and not module.names.module_scope.stars


def asks_length(iterable: ast.expr, module: Module) -> bool:
    """Whether a constructor would ask an object of this project for its length, unlike a loop: `list(self)` in `__len__` never ends."""
    from flake8_pitfalls.facts.values import Cls, Inst

    if module.origins.class_of_self(iterable) is not None:
        return True
    for value in module.values.of(iterable):
        if isinstance(value, Inst) and isinstance(value.of, Cls):
            for name in ("__len__", "__length_hint__"):
                if module.project.classes.lookup(module.project.classes.order(value.of), name)[0]:
                    return True
    return False
