"""What the functions of a module do with what they are handed: plain data, so that a journey can go on in another module.

For each plain parameter a pair: the attributes that are used of the value itself, and of the items if it is a list;
None where it is lost from sight.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.threads.journeys import Shape

Handing = dict[str, list["list[str] | None"]]
# Only modules that know one of these words are about threads or futures.
ABOUT = frozenset(("Thread", "Timer", "Process", "threading", "multiprocessing", "futures", "Executor"))


def handing(function: ast.AST, module: Module) -> Handing:
    """Of one function of a module."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or ABOUT.isdisjoint(module.source.words):
        return {}
    plain = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return {arg.arg: [_used(arg, (), function, module), _used(arg, ("*",), function, module)] for arg in plain}


def _used(arg: ast.arg, shape: Shape, function: ast.FunctionDef | ast.AsyncFunctionDef, module: Module) -> list[str] | None:
    from flake8_pitfalls.facts.threads.journeys import Traveller

    traveller = Traveller(module)
    traveller.to_binding(arg, shape)
    journey = traveller.go_on(arg)
    if journey.escaped is not None:
        return None
    supers = [node.attr for node in module.places.supers(function)] if not shape else []
    return sorted(journey.attributes().union(supers))
