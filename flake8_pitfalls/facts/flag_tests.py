"""Tests of bare module-level flags: which name a loop asks, and whether that name is a bool of the module and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Binding, Names


def asked_flag(test: ast.expr) -> tuple[ast.Name, bool] | None:
    """The name that a loop's test asks, and the value that keeps the loop going: `not stopped`, `running`, `running is True` …"""
    truth = True
    while True:
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, truth = test.operand, not truth
        elif isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.comparators[0], ast.Constant):
            value = test.comparators[0].value
            if not isinstance(value, bool) or not isinstance(test.ops[0], (ast.Is, ast.Eq, ast.IsNot, ast.NotEq)):
                return None
            truth = truth is (value is isinstance(test.ops[0], (ast.Is, ast.Eq)))
            test = test.left
        elif isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            names = [found for found in map(asked_flag, test.values) if found is not None]
            return (names[0][0], names[0][1] is truth) if len(names) == 1 else None
        else:
            return (test, truth) if isinstance(test, ast.Name) else None


def left_by_flag(loop: ast.While) -> tuple[ast.Name, bool] | None:
    """The flag that an endless loop asks first of all, or last, to leave: `while True: if stopped: break`."""
    if not (isinstance(loop.test, ast.Constant) and loop.test.value):
        return None
    for node in (loop.body[0], loop.body[-1]):
        if isinstance(node, ast.If) and not node.orelse and isinstance(node.body[-1], (ast.Break, ast.Return)):
            asked = asked_flag(node.test)
            if asked is not None:
                return asked[0], not asked[1]
    return None


def is_module_flag(node: ast.Name, names: Names) -> bool:
    """Whether a name is the module's own, bound there to True or False first and to nothing but True and False anywhere."""
    if names.deciding(node.id, names.scope(node)) is not names.module_scope:
        return False
    bindings = all_bindings(node.id, names)
    return bool(names.module_scope.bindings.get(node.id)) and all(truth_of(binding) is not None for binding in bindings)


def all_bindings(name: str, names: Names) -> list[Binding]:
    """What binds a module-level name, anywhere in the module."""
    top = names.module_scope
    return [*top.bindings.get(name, ()), *top.elsewhere.get(name, ())]


def truth_of(binding: Binding) -> bool | None:
    """The bool that a binding binds, None for anything else."""
    value = binding.value if binding.kind == "assign" and not binding.path else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, bool) else None


def asked_in(nodes: Iterable[ast.AST], names: Names) -> list[list[object]]:
    """The flags that the loops among some nodes ask, each as [name, line]."""
    found: list[list[object]] = []
    for node in nodes:
        flag = asked_flag(node.test) if isinstance(node, ast.While) else None
        if flag is not None and is_module_flag(flag[0], names):
            found.append([flag[0].id, node.lineno])  # type: ignore[attr-defined]
    return found


def may_have_flags(index: Index) -> bool:
    """A cheap no for nearly all modules: no loop asks a name that is set to True or False somewhere, and no imported name is set so."""
    bools = {
        target.id
        for node in (*index.of(ast.Assign), *index.of(ast.AnnAssign))
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool)  # type: ignore[attr-defined]
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])  # type: ignore[attr-defined]
        if isinstance(target, ast.Name)
    }
    asked = [asked_flag(node.test) or left_by_flag(node) for node in index.of(ast.While)]  # type: ignore[attr-defined,arg-type]
    if any(flag is not None and flag[0].id in bools for flag in asked):
        return True
    imports = index.of(ast.Import, ast.ImportFrom) if bools else []
    return any((alias.asname or alias.name.partition(".")[0]) in bools for node in imports for alias in node.names)  # type: ignore[attr-defined]
