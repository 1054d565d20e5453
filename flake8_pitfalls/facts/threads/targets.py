"""Calls that are told what to call later: a Thread's target, a submitted task, a callback; and where their text says so."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.threads.threads import argument, name_of
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst
from flake8_pitfalls.knowledge.threads import GIVES_NONE, INITIALIZED, TARGETS, WORKERS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

WORDS = frozenset(name.rpartition(".")[2] for name in TARGETS) | frozenset(name.rpartition(".")[2] for name in INITIALIZED)
KEYWORDS = frozenset(("target", "function", "initializer"))
MAKING = ".__init__"


class Task(NamedTuple):
    """What a call will call: `callee` is the one name of what takes it, `given` the expression, `word` its parameter's name there."""

    call: ast.Call
    callee: str
    given: ast.expr
    word: str


def tasks(call: ast.Call, module: Module) -> list[Task]:
    """The tasks that a call is given: its target, and an initializer of a pool's workers."""
    if not _may_take(call, module):
        return []
    takers = {(_taker(value, module), getattr(value, "receiver", None) is not None) for value in module.values.of(call.func)}
    if len(takers) != 1:
        return []
    name, is_bound = takers.pop()
    shift = 0
    if name.endswith(MAKING):  # `super().__init__(target=…)`, or of the class, with `self` first
        name = name.removesuffix(MAKING)
        shift = 0 if is_bound else 1
        if name not in WORKERS:
            return []
    found: list[Task] = []
    if name in TARGETS:
        place, words = TARGETS[name]
        given = argument(call, place + shift, *words)
        if given is not None:
            found.append(Task(call, name, given, words[0]))
    if name in INITIALIZED:
        given = argument(call, None if "futures" in name else 1, "initializer")
        if given is not None:
            found.append(Task(call, name, given, "initializer"))
    return found


def _may_take(call: ast.Call, module: Module) -> bool:
    """A cheap no for nearly all calls."""
    function = call.func
    if isinstance(function, ast.Attribute) and (function.attr in WORDS or function.attr == "__init__"):
        return True
    if isinstance(function, ast.Name) and function.id in module.threads.taker_names:
        return True
    return any(keyword.arg in KEYWORDS for keyword in call.keywords)


def _taker(value: Any, module: Module) -> str:
    """The one name of a callee; of a class of this project the worker that it derives from, where it takes what that one takes."""
    if not isinstance(value, Cls):
        return name_of(value)
    order = module.project.classes.order(value)
    found, owner = module.project.classes.lookup(order, "__init__")
    name = name_of(owner)
    return name if found and name in WORKERS else ""


def gives_none(call: ast.Call, module: Module) -> bool:
    """Whether a call is certain to give None: of a function of this project that returns nothing on any path, or of a builtin that does."""
    functions = module.values.of(call.func)
    if not functions:
        return False
    return all(_returns_none(value, module) for value in functions) and (
        all(name_of(value) in GIVES_NONE for value in functions) or module.values.certain(call, _is_none)
    )


def _is_none(value: Any) -> bool:
    return (isinstance(value, Const) and value.value is None) or (isinstance(value, Inst) and name_of(value.of) in GIVES_NONE)


def _returns_none(value: Any, module: Module) -> bool:
    if name_of(value) in GIVES_NONE:
        return True
    if not isinstance(value, Func):
        return False
    node = module.values.node_of(value)
    if isinstance(node, ast.FunctionDef):
        if isinstance(value.receiver, Inst):  # another class may put its own in its place
            return not _is_empty(node.body) and len(module.places.definitions(node.name)) == 1
        return True
    facts = module.project.function(value)
    return facts is not None and facts["kind"] == "sync"


def _is_empty(body: list[ast.stmt]) -> bool:
    """Whether a method only holds a place for those that override it."""
    return all(
        isinstance(node, (ast.Pass, ast.Raise)) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) for node in body
    )
