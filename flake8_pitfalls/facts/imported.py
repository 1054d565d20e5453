"""What another module imports, from a tree that is not kept: asked of whole projects, of which little else is asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.finding import absolute
from flake8_pitfalls.facts.kept import FORGETTING
from flake8_pitfalls.facts.startup import is_only_for_types
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.project import Project

Imported = tuple[tuple[str, str], ...]  # dotted name, and the name that is taken from it or ""
MOST = 20_000
_IMPORTED: dict[tuple[str, str], tuple[Any, Imported]] = {}  # by path and dotted name, with the file's stamp
FORGETTING.append(_IMPORTED.clear)


def imported(project: Project, dotted: str) -> Imported:
    """What a module of the project imports, in any function of it too; nothing where it cannot be read or parsed."""
    view = project.views.get(dotted)
    if view is not None:
        return tuple((origin, name) for _, _, origin, name, _ in view.startup["imports"])
    found = project.find(dotted)
    if found is None or found[1] == "namespace":
        return ()
    path, kind = found
    stamp = project.stamps[path] = project.files.stamp(path)
    known = _IMPORTED.get((path, dotted))
    if known is None or stamp is None or known[0] != stamp:
        if len(_IMPORTED) >= MOST:
            _IMPORTED.clear()
        known = _IMPORTED[path, dotted] = stamp, read(project, dotted, path, kind == "package")
    return known[1]


def read(project: Project, dotted: str, path: str, is_package: bool) -> Imported:
    """The same from the file."""
    from flake8_pitfalls.facts import Module

    text = project.files.text(path)
    if text is None or "import" not in text:
        return ()
    module = Module(Source(text), None, path, project.settings, dotted=dotted, is_package=is_package, files=project.files)
    try:
        return tuple(dict.fromkeys(imports(module.index, module)))
    except (SyntaxError, RecursionError, MemoryError):
        return ()
    finally:
        module.release()


def imports(index: Index, module: Module) -> Iterator[tuple[str, str]]:
    """The imports of a module but those for type checkers."""
    has_types = "TYPE_CHECKING" in module.source.text
    for node in index.of(ast.Import, ast.ImportFrom):
        if has_types and is_only_for_types(node, index):
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = absolute("." * node.level + (node.module or ""), module.dotted, module.is_package)
            yield from ((origin, alias.name) for alias in node.names)
