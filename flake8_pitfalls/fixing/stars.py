"""A star import with the names that are used in its place."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixing.edits import replace
from flake8_pitfalls.model import Fix, Safety

BY_TEXT = frozenset(("__all__", "globals", "locals", "vars", "eval", "exec"))


def used_names(node: ast.ImportFrom, module: Module) -> list[str]:
    """The names that the file reads and this star import brings."""
    star = node.names[0]
    found = {
        binding.name
        for name in module.index.of(ast.Name)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)
        for binding in module.names.bindings(name)
        if binding.node is star
    }
    return sorted(found, key=lambda name: (not name.isupper(), name.lower()))


def named(node: ast.ImportFrom, module: Module) -> Fix | None:
    """The fix; None where a name may come from it that is not seen, or where nothing of it is used."""
    used = used_names(node, module)
    if not used or not BY_TEXT.isdisjoint(module.source.words) or not all_known(module):
        return None
    text = f"from {node.module} import {', '.join(used)}"
    return Fix("Name what is used", (replace(module, node, text),), Safety.UNSAFE if module.places.has_importers else Safety.SAFE)


def all_known(module: Module) -> bool:
    """Whether every name that the file reads is known to come from somewhere."""
    return all(
        module.names.bindings(name) or module.names.deciding(name.id, module.names.scope(name)) is not None
        for name in module.index.of(ast.Name)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)
    )
