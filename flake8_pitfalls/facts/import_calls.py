"""The calls that run as a module is imported and may start processes, by what they are called: few files have any."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.finding import absolute

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

MENTIONED = frozenset(("Process", "Pool", "Manager", "ProcessPoolExecutor", "multiprocessing", "futures"))
LAST_WORDS = frozenset(("start", "Pool", "Manager", "submit", "map"))  # of what starts processes: see `threads/process_starts.py`


def import_calls(module: Module) -> list[ast.Call]:
    """All of them, in the order of the text."""
    if MENTIONED.isdisjoint(module.source.words) and not _imports_starters(module):
        return []
    calls = at_import(module)
    if not calls:
        return []
    from flake8_pitfalls.facts.main_guard import runs_at_import

    return [call for call in calls if runs_at_import(call, module)]


def _imports_starters(module: Module) -> bool:
    """Whether a module of the project that this one imports names something that starts processes."""
    for node in module.index.of(ast.ImportFrom, ast.Import):
        names = [alias.name for alias in node.names]  # type: ignore[attr-defined]
        if isinstance(node, ast.ImportFrom):
            if not node.level and (node.module or "").partition(".")[0] in sys.stdlib_module_names:
                continue
            origin = absolute("." * node.level + (node.module or ""), module.dotted, module.is_package)
            names = [origin, *(f"{origin}.{name}" for name in names)]
        for name in names:
            if name.partition(".")[0] not in sys.stdlib_module_names and _is_starter(name, module):
                return True
    return False


def _is_starter(dotted: str, module: Module) -> bool:
    place = module.finder.find(dotted) if dotted else None
    text = module.finder.files.text(place[0]) if place is not None and place[1] != "namespace" else None
    return text is not None and any(word in text for word in MENTIONED)


def at_import(module: Module) -> list[ast.Call]:
    """The calls in the bodies of the module and its classes, in the order of the text, that may start something."""
    spans = function_lines(module)
    found: list[ast.Call] = []
    at = 0
    for call in module.index.of(ast.Call):
        line: int = call.lineno  # type: ignore[attr-defined]
        while at < len(spans) and spans[at][1] < line:
            at += 1
        if at < len(spans) and spans[at][0] <= line:
            continue
        if _worth_asking(call, module):  # type: ignore[arg-type]
            found.append(call)  # type: ignore[arg-type]
    return found


def function_lines(module: Module) -> list[tuple[int, int]]:
    """The first and last lines of the functions that stand in no other, in the order of the text."""
    functions = module.index.of(ast.FunctionDef, ast.AsyncFunctionDef)
    found = [(node.lineno, node.end_lineno or node.lineno) for node in functions]  # type: ignore[attr-defined]
    outer: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not outer or start > outer[-1][1]:
            outer.append((start, end))
    return outer


def _worth_asking(call: ast.Call, module: Module) -> bool:
    """A cheap no for calls of builtins, of other libraries, and of modules whose text names nothing that starts a process."""
    node: ast.expr = call.func
    while isinstance(node, ast.Attribute):
        node = node.value
    if not isinstance(node, ast.Name):
        return isinstance(call.func, ast.Attribute) and call.func.attr in LAST_WORDS
    found = module.names.bindings(node)
    if any(binding.kind == "builtin" for binding in found):
        return False
    for binding in found:
        if binding.kind in ("def", "class"):
            return True
        if binding.kind != "import":
            return isinstance(call.func, ast.Attribute)
        dotted = absolute(binding.qualified, module.dotted, module.is_package)
        top = dotted.partition(".")[0]
        if top in ("multiprocessing", "concurrent"):
            return True
        if top in sys.stdlib_module_names:
            return False
        if _is_starter(dotted, module) or _is_starter(dotted.rpartition(".")[0], module):
            return True
    return False
