"""Timers and measurements that are reported twice, while another one that was made beside them is never looked at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.guards import exclusive
from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.printing import Shown, report

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding, Scope

MEASURES = frozenset(("timeit.timeit", "timeit.repeat"))
RUNS = frozenset(("timeit", "repeat", "autorange"))


class Copied(NamedTuple):
    """A second report: where, of which name, the line of the first, and the names that are reported nowhere."""

    where: ast.AST
    name: str
    first: int
    forgotten: list[Binding]


class Made(NamedTuple):
    """A name that stands for one timer or one measurement, and where it is read."""

    binding: Binding
    is_timer: bool
    loads: list[ast.Name]


def copied(module: Module) -> Iterator[Copied]:
    """All second reports of a module."""
    by_scope: dict[Scope, list[Made]] = {}
    for made in _made(module):
        by_scope.setdefault(made.binding.scope, []).append(made)
    if not any(len(found) > 1 for found in by_scope.values()):
        return
    shown = _shown(module)
    for found in by_scope.values():
        forgotten = [made.binding for made in found if not made.loads and not made.binding.name.startswith("_")]
        if not forgotten:
            continue
        for made in found:
            reports = list(_reports(made, shown, module))
            if len(reports) > 1:
                yield from _again(made, reports, forgotten, module)


def _made(module: Module) -> Iterator[Made]:
    """The names that are bound once, to a timer or to what one measured, each straight in the body of its scope or of a guard."""
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        statement = module.index.parent(call)
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is not call:
            continue
        target = (
            statement.targets[0]
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1
            else getattr(statement, "target", None)
        )
        if not isinstance(target, ast.Name):
            continue
        is_timer = module.names.qualified(call.func) == "timeit.Timer"
        if not is_timer and not _measures(call, module):
            continue
        scope = module.names.deciding(target.id, module.names.scope(target))
        bindings = scope.bindings.get(target.id, []) if scope is not None else []
        if scope is None or len(bindings) != 1 or scope.elsewhere.get(target.id) or _is_exported(target.id, scope, module):
            continue
        if not any(isinstance(around, (ast.For, ast.AsyncFor, ast.While)) for around in _within(statement, module)):
            yield Made(bindings[0], is_timer, list(module.origins.loads(target.id, scope)))


def _measures(call: ast.Call, module: Module) -> bool:
    """Whether a call measures: `timeit.timeit(…)`, `Timer(…).timeit()`, `timer.repeat()`, also the best of several."""
    if module.names.qualified(call.func) in MEASURES:
        return True
    if module.names.qualified(call.func) in ("builtins.min", "builtins.max") and len(call.args) == 1 and isinstance(call.args[0], ast.Call):
        return _measures(call.args[0], module)
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in RUNS:
        return False
    from flake8_pitfalls.facts.clocks.timings import Timings

    return Timings(module).is_timer(call.func.value)


def _is_exported(name: str, scope: Scope, module: Module) -> bool:
    """Whether a module's variable may be read from outside, since it is in `__all__`."""
    if not scope.is_module:
        return False
    local = module.project.own.local
    return local is not None and name in (local.all_names or ())


def _within(node: ast.AST, module: Module) -> Iterator[ast.AST]:
    """What stands around a node within its function."""
    for around in module.index.ancestors(node):
        if isinstance(around, (*FUNCTIONS, ast.ClassDef)):
            return
        yield around


def _shown(module: Module) -> dict[ast.expr, ast.Call]:
    """Every value that a print or log call shows, with that call."""
    found: dict[ast.expr, ast.Call] = {}
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        for piece in report(call, module) or ():
            if isinstance(piece, Shown):
                found.setdefault(piece.node, call)
    return found


def _reports(made: Made, shown: dict[ast.expr, ast.Call], module: Module) -> Iterator[tuple[ast.AST, ast.expr]]:
    """The prints that show what a name measured, each with the value that it shows."""
    for load in made.loads:
        value: ast.expr = load
        while value not in shown:
            parent = module.index.parent(value)
            if not isinstance(parent, ast.expr):
                break
            value = parent
        if value in shown:
            yield shown[value], value
        else:
            labelled = _labelled(load, module)
            if labelled is not None:
                yield labelled, load


def _labelled(load: ast.Name, module: Module) -> ast.AST | None:
    """`results["set"] = t.timeit()`, `report("set", t.timeit())`, `("set", t.timeit())`: the value under a name of its own."""
    value: ast.AST = load
    parent = module.index.parent(value)
    while isinstance(parent, ast.Attribute) or (isinstance(parent, ast.Call) and parent.func is value):
        value, parent = parent, module.index.parent(parent)
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
        if isinstance(target, ast.Name) and value is not load:  # a result under a name of its own, which is used
            scope = module.names.deciding(target.id, module.names.scope(target))
            return parent if scope is not None and any(module.origins.loads(target.id, scope)) else None
        return parent if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant) else None
    if isinstance(parent, (ast.Tuple, ast.List)) and parent.elts and _is_label(parent.elts[0]):
        return value
    if isinstance(parent, ast.Call) and parent.args and _is_label(parent.args[0]) and value in parent.args:
        return parent
    if isinstance(parent, ast.Dict) and any(item is value and _is_label(key) for key, item in zip(parent.keys, parent.values, strict=True)):
        return value
    return None


def _is_label(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _again(made: Made, reports: list[tuple[ast.AST, ast.expr]], forgotten: list[Binding], module: Module) -> Iterator[Copied]:
    first: tuple[ast.AST, ast.expr] | None = None
    for where, value in reports:
        if first is None:
            first = (where, value)
            continue
        same = made.is_timer or ast.dump(value) == ast.dump(first[1])
        if same and where.lineno != first[0].lineno and not exclusive(first[0], where, module):  # type: ignore[attr-defined]
            yield Copied(where, made.binding.name, first[0].lineno, forgotten)  # type: ignore[attr-defined]
