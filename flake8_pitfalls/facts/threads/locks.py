"""Locks that are made where they are taken."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.bodies import body_nodes
from flake8_pitfalls.facts.threads.threads import name_of
from flake8_pitfalls.facts.values import Func
from flake8_pitfalls.knowledge.threads import LOCKS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


def fresh_lock(call: ast.Call, module: Module, depth: int = 0) -> str:
    """The kind of lock that a call makes anew each time; "" where it may give one that others share."""
    func = call.func
    if isinstance(func, ast.Name) and depth == 0 and not _may_be(func, module):
        return ""
    kinds = {_kind(value, call, module, depth) for value in module.values.of(func)}
    return kinds.pop() if len(kinds) == 1 else ""


def _may_be(node: ast.Name, module: Module) -> bool:
    """A cheap no for builtins such as `open`."""
    return any(binding.kind != "builtin" for binding in module.names.bindings(node))


def _kind(value: Any, call: ast.Call, module: Module, depth: int) -> str:
    name = name_of(value)
    if name in LOCKS:
        given = bool(call.args) or any(keyword.arg in ("lock", None) for keyword in call.keywords)
        return "" if name.endswith("Condition") and given else name.rpartition(".")[2]
    return _made_by(value, module, depth) if isinstance(value, Func) and depth < 3 else ""


def _made_by(function: Func, module: Module, depth: int) -> str:
    """The kind of lock that every call of a helper of this module makes."""
    node = module.values.node_of(function)
    if not isinstance(node, ast.FunctionDef) or node.decorator_list or node.name in ("__enter__",):
        return ""
    results = [part.value for part in body_nodes(node) if isinstance(part, (ast.Return, ast.Yield, ast.YieldFrom))]
    if not results or not all(isinstance(result, ast.Call) for result in results):
        return ""
    kinds = {fresh_lock(result, module, depth + 1) for result in results if isinstance(result, ast.Call)}
    return kinds.pop() if len(kinds) == 1 else ""
