"""Where a constant comes from. CPython makes one object of equal constants that it compiles together, so between two of one file, or what
is only handed on of them, identity and equality are the same (measured, 3.8 to 3.13)."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.folding import folded
from flake8_pitfalls.facts.names import Binding

DEPTH = 8
HERE = ""
NOT_ONE: frozenset[str | None] = frozenset((None,))
SHARED = range(-5, 257)


def homes_of_constant(node: ast.expr, module: Module, depth: int = 0) -> frozenset[str | None]:
    """The modules in whose text the constants stand that an expression is one of, "" for this one; None among them for anything else."""
    if type(folded(node)) is int:
        return frozenset((HERE,))
    if depth > DEPTH:
        return NOT_ONE
    if isinstance(node, (ast.Tuple, ast.List)) and node.elts:
        return frozenset().union(*[homes_of_constant(item, module, depth + 1) for item in node.elts])
    if isinstance(node, ast.IfExp):
        return homes_of_constant(node.body, module, depth + 1) | homes_of_constant(node.orelse, module, depth + 1)
    if isinstance(node, ast.Name):
        found = module.names.bindings(node)
        return frozenset().union(*[_home(binding, module, depth + 1) for binding in found]) if found else NOT_ONE
    return _home_of_attribute(node, module) if isinstance(node, ast.Attribute) else NOT_ONE


def _home(binding: Binding, module: Module, depth: int) -> frozenset[str | None]:
    if binding.kind == "import":
        return frozenset((binding.qualified.rpartition(".")[0],)) if _is_constant_elsewhere(binding, module) else NOT_ONE
    if binding.value is None or binding.kind not in ("assign", "walrus", "for", "comprehension"):
        return NOT_ONE
    if binding.kind in ("assign", "walrus") and len(binding.path) > 1:
        return NOT_ONE
    if _is_short_range(binding.value):
        return frozenset((HERE,)) if binding.path or binding.kind in ("for", "comprehension") else NOT_ONE
    if binding.kind in ("for", "comprehension") or binding.path:
        if not isinstance(binding.value, (ast.Tuple, ast.List)) or (binding.path and binding.kind in ("for", "comprehension")):
            return NOT_ONE
        if binding.path:
            place = binding.path[0]
            items = binding.value.elts
            return homes_of_constant(items[place], module, depth) if -len(items) <= place < len(items) else NOT_ONE
    return homes_of_constant(binding.value, module, depth)


def _is_short_range(node: ast.expr) -> bool:
    """`range(3)`, whose ints are among those that CPython keeps."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range" and not node.keywords):
        return False
    given = [folded(item) for item in node.args]
    return bool(given) and all(type(item) is int and item in SHARED for item in given)


def _is_constant_elsewhere(binding: Binding, module: Module) -> bool:
    from flake8_pitfalls.facts.values import Const

    view = module.values.view
    found = module.values.evaluator.binding(view.terms.number(binding), view, {})
    return bool(found) and all(isinstance(value, Const) for value in found)


def _home_of_attribute(node: ast.Attribute, module: Module) -> frozenset[str | None]:
    """A constant of a class of this file, or of another module."""
    from flake8_pitfalls.facts.values import Cls, Const, ModuleOf

    owner = module.values.one(node.value)
    if not all(isinstance(value, Const) for value in module.values.of(node)):
        return NOT_ONE
    if isinstance(owner, ModuleOf):
        return frozenset((owner.name,))
    if isinstance(owner, Cls):
        return frozenset((HERE if owner.module == module.dotted else owner.module,))
    return NOT_ONE
