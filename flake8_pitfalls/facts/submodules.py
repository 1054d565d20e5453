"""Submodules that a file uses through their package, and whether anything that it imports brings them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.situations import UNSURE, Truth, combined, keeps_out, left_before, opposite
from flake8_pitfalls.knowledge.submodules import BROUGHT_BY, LAST_WORDS, MISSING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

PACKAGES = frozenset(name.partition(".")[0] for name in MISSING)
DEPTH = 12
MOST = 60  # modules of the project that are asked what they import


class Unimported(NamedTuple):
    """`node`: the attribute; `name`: the submodule's dotted name; `binding`: the import that its package's name comes from."""

    node: ast.Attribute
    name: str
    binding: Binding


def unimported(module: Module) -> Iterator[Unimported]:
    """The uses of submodules of the standard library that no import of this file brings, in the order of the text."""
    missing: dict[str, bool] = {}
    roots = _packages(module)
    for node in module.index.of(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        if node.attr not in LAST_WORDS or _first_name(node) not in roots or not isinstance(node.ctx, ast.Load):
            continue
        name = module.names.qualified(node)
        if name not in MISSING or name is None:
            continue
        if name not in missing:
            missing[name] = not is_brought(name, module)
        binding = _root(node, module)
        if missing[name] and binding is not None and not _is_unread(node, module) and not is_asked_for(node, module):
            yield Unimported(node, name, binding)


def _packages(module: Module) -> set[str]:
    """The names by which the file may know a package that has such submodules."""
    found: set[str] = set()
    for node in module.index.of(ast.Import, ast.ImportFrom):
        for alias in node.names:  # type: ignore[attr-defined]
            whole = alias.name if isinstance(node, ast.Import) else f"{node.module}.{alias.name}"  # type: ignore[attr-defined]
            if whole.partition(".")[0] in PACKAGES:
                found.add(alias.asname or alias.name.partition(".")[0])
    return found


def _first_name(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _root(node: ast.expr, module: Module) -> Binding | None:
    while isinstance(node, ast.Attribute):
        node = node.value
    return next(iter(module.names.bindings(node)), None) if isinstance(node, ast.Name) else None


def _is_unread(node: ast.Attribute, module: Module) -> bool:
    """Whether a node stands in an annotation that is never evaluated."""
    futures = [item for item in module.index.of(ast.ImportFrom) if isinstance(item, ast.ImportFrom) and item.module == "__future__"]
    if not any(alias.name == "annotations" for item in futures for alias in item.names):
        return False
    child: ast.AST = node
    for around in module.index.ancestors(node):
        if child is getattr(around, "annotation", None) or child is getattr(around, "returns", None):
            return True
        child = around
    return False


def is_asked_for(node: ast.Attribute, module: Module) -> bool:
    """Whether a test around a node or before it asks whether its package has the submodule: `if hasattr(unittest, "mock"):`."""
    if "hasattr" not in module.source.words and f'"{node.attr}"' not in module.source.text and f"'{node.attr}'" not in module.source.text:
        return False
    whole = module.names.qualified(node.value)

    def without(test: ast.expr, depth: int = 0) -> Truth:
        if depth < DEPTH and isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return opposite(without(test.operand, depth + 1))
        if depth < DEPTH and isinstance(test, ast.BoolOp):
            return combined([without(value, depth + 1) for value in test.values], isinstance(test.op, ast.Or))
        parts = [part.value for part in ast.walk(test) if isinstance(part, ast.Constant)]
        if node.attr not in parts:
            return None
        is_plain = isinstance(test, ast.Call) and module.names.qualified(test.func) == "builtins.hasattr" and len(test.args) == 2
        return False if is_plain and module.names.qualified(test.args[0]) == whole else UNSURE  # type: ignore[attr-defined]

    child: ast.AST = node
    for around in module.index.ancestors(node):
        if keeps_out(around, child, without) or left_before(around, child, without, module):
            return True
        child = around
    return False


def is_brought(name: str, module: Module) -> bool:
    """Whether something imports a submodule: this file, a module of the library that it imports, or one of the project."""
    wanted = MISSING[name] | {name}
    if any(_imports(dotted, wanted) for dotted in imported(module)):
        return True
    if f'"{name}"' in module.source.text or f"'{name}'" in module.source.text:  # `importlib.import_module("concurrent.futures")`
        return True
    if module.project.find(name.partition(".")[0]) is not None:  # a module of the project has that name
        return True
    used = {module.names.qualified(node) for node in module.index.of(ast.Attribute, ast.Name)} if name in BROUGHT_BY else set()
    if not BROUGHT_BY.get(name, frozenset()).isdisjoint(used):
        return True
    return _by_project(wanted, module)


def _imports(dotted: str, wanted: frozenset[str]) -> bool:
    """Whether importing `a.b.c` imports one of these: it does `a` and `a.b` too."""
    parts = dotted.split(".")
    return any(".".join(parts[:length]) in wanted for length in range(1, len(parts) + 1))


def imported(module: Module) -> list[str]:
    """The dotted names that a file imports, wherever, those of `from` imports with and without the last part."""
    found: list[str] = []
    for node in module.index.of(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = module.values.view.terms.absolute("." * node.level + (node.module or ""))
            found += [f"{origin}.{alias.name}" for alias in node.names]
    return found


def _by_project(wanted: frozenset[str], module: Module) -> bool:
    """Whether a module of the project that this one imports, however far, imports one of these; the packages around it, too."""
    project = module.project
    parts = module.dotted.split(".")
    queue = [*imported(module), *(".".join(parts[:length]) for length in range(1, len(parts)))]
    seen: set[str] = set()
    for dotted in queue:
        for name in (dotted, dotted.rpartition(".")[0]):
            if not name or name in seen or len(seen) > MOST or project.find(name) is None:
                continue
            seen.add(name)
            view = project.view(name)
            if view is None or view is module.project.own:
                continue
            for _, _, origin, alias, _ in view.startup["imports"]:
                whole = f"{origin}.{alias}" if alias else origin
                if _imports(whole, wanted):
                    return True
                queue.append(whole)
    return False
