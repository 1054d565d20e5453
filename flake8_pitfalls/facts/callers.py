"""What the calls of a coroutine function that stand in its own module hand over for its parameters: `await fetch(requests.Session())`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.handed import argument
from flake8_pitfalls.facts.values import Func, Inst, Partial, Thing, type_name

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

Env = dict[Any, frozenset[Any]]


def filled(node: ast.AsyncFunctionDef, qualname: str, module: Module) -> Env:
    """Each parameter without annotation and default that all calls in the module give one kind of object, with the first of these."""
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    method = isinstance(module.index.parent(node), ast.ClassDef)
    first = len(plain) - len(arguments.defaults)
    wanted = [(place, item) for place, item in enumerate(plain[:first]) if item.annotation is None and not (method and place == 0)]
    if not wanted or node.decorator_list or len(module.places.definitions(node.name)) > 1:
        return {}
    calls = _calls(node, module, method=method)
    env: Env = {}
    for place, item in wanted if calls else ():
        values = [_kind(argument(call, place - method, item.arg), module) for call in calls]
        if None not in values and len({value.of if isinstance(value, Inst) else value for value in values}) == 1:
            env[(module.project.own.module, qualname, item.arg)] = frozenset((values[0],))
    return env


def _calls(node: ast.AsyncFunctionDef, module: Module, *, method: bool) -> list[ast.Call]:
    """The calls of the function, nothing where it is also used in another way."""
    uses: list[Any] = list(module.places.attributes(node.name)) if method else list(module.places.named(node.name))
    reads = [use for use in uses if isinstance(use.ctx, ast.Load)]
    calls = [call for use in reads if isinstance(call := module.index.parent(use), ast.Call) and call.func is use]
    if len(calls) < len(reads) or any(any(isinstance(item, ast.Starred) for item in call.args) for call in calls):
        return []
    if not method and any(getattr(module.names.only(call.func), "node", None) is not node for call in calls):
        return []
    return calls


def _kind(given: Any, module: Module) -> Any | None:
    """What is handed over, where it is one known object that can wait: of a library, of a class of the project, a function."""
    if not isinstance(given, ast.expr):
        return None
    value = module.values.one(given)
    if isinstance(value, (Func, Partial)) or (isinstance(value, Inst) and not type_name(value).startswith("builtins.")):
        return value
    return value if isinstance(value, Thing) and last_word(given) else None
