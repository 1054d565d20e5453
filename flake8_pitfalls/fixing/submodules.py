"""The import of a submodule, in place of its package's or beside it."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.submodules import Unimported
from flake8_pitfalls.fixing.edits import replace
from flake8_pitfalls.fixing.lines import after, stands_alone
from flake8_pitfalls.model import Edit


def import_submodule(found: Unimported, module: Module) -> tuple[Edit, ...] | None:
    """`import concurrent` becomes `import concurrent.futures` where nothing else of it is used; else a line is added behind it."""
    alias = found.binding.node
    statement = module.index.parent(alias)
    if not isinstance(alias, ast.alias) or not isinstance(statement, (ast.Import, ast.ImportFrom)):
        return None
    top = found.name.partition(".")[0]
    if isinstance(statement, ast.Import) and alias.asname is None and found.name.startswith(f"{alias.name}.") and _is_all(found, module):
        return (replace(module, alias, found.name),)
    if found.binding.name != top and _is_known(top, module):
        return None
    if not stands_alone(module, statement):
        return None
    added = after(module, statement, [f"import {found.name}"])
    return (added,) if added is not None else None


def _is_all(found: Unimported, module: Module) -> bool:
    """Whether every use of the package's name is of this submodule."""
    for read in module.places.reads(found.binding):
        node: ast.AST = read
        parent = module.index.parent(node)
        whole = found.binding.qualified
        while isinstance(parent, ast.Attribute) and whole != found.name:
            whole = f"{whole}.{parent.attr}"
            node, parent = parent, module.index.parent(parent)
        if whole != found.name:
            return False
    return True


def _is_known(name: str, module: Module) -> bool:
    """Whether the file uses the package's own name for something."""
    return any(name in scope.bindings for scope in module.names.scopes())
