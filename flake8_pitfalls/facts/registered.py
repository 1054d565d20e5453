"""What a function that keeps its parameter is given in this module: `bus.on(save)`, `@command("slow")`. A registry holds these.

A registry's items are the parameter of the function that fills it, whoever calls; here its calls, and what it decorates, say what they are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.values import NOTHING_KNOWN, Cls, Func, Param

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

Found = frozenset[Any]
LOCALS = ".<locals>."


class Registered:
    """What parameters of this module's functions are given, as far as the module shows: there may be more."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._known: dict[Param, Found] = {}

    def filled(self, found: Found) -> Found:
        """Values with what is registered in place of the parameters that stand for it."""
        own = self.module.project.own.module
        if not any(isinstance(value, Param) and value.module == own for value in found):
            return found
        kept = frozenset(value for value in found if not isinstance(value, Param))
        return kept.union(*[self.of(value) for value in found if isinstance(value, Param) and value.module == own])

    def of(self, parameter: Param) -> Found:
        if parameter not in self._known:
            self._known[parameter] = NOTHING_KNOWN  # a function that registers what it is given itself
            known: Found = frozenset().union(*self._given(parameter))
            self._known[parameter] = frozenset(value for value in known if isinstance(value, Func)) or NOTHING_KNOWN
        return self._known[parameter]

    def _given(self, parameter: Param) -> Iterator[Found]:
        facts = self.module.project.own.function(parameter.qualname)
        names = [item[0] for item in facts["parameters"]] if facts is not None else []
        if facts is None or parameter.name not in names:
            return
        shift = 1 if facts["method"] in ("self", "class") else 0
        place = names.index(parameter.name) - shift
        outer, _, inner = parameter.qualname.rpartition(LOCALS)
        name, factory = inner.rpartition(".")[2], outer.rpartition(".")[2]
        yield from self._by_calls(parameter, place, name, factory)
        if place == 0:
            yield from self._by_decorators(parameter, name, factory)

    def _by_calls(self, parameter: Param, place: int, name: str, factory: str) -> Iterator[Found]:
        for call in self.module.index.of(ast.Call):
            assert isinstance(call, ast.Call)
            if self._calls(call.func, parameter, name, factory) and not any(isinstance(item, ast.Starred) for item in call.args):
                given = call.args[place] if 0 <= place < len(call.args) else None
                given = next((item.value for item in call.keywords if item.arg == parameter.name), given)
                if given is not None:
                    yield self.module.values.of(given)

    def _by_decorators(self, parameter: Param, name: str, factory: str) -> Iterator[Found]:
        view = self.module.project.own
        for node in self.module.index.of(ast.FunctionDef):
            assert isinstance(node, ast.FunctionDef)
            is_method = isinstance(self.module.index.parent(node), ast.ClassDef)
            if not is_method and any(self._calls(decorator, parameter, name, factory) for decorator in node.decorator_list):
                yield frozenset((Func(view.module, view.terms.qualname(node)),))

    def _calls(self, function: ast.expr, parameter: Param, name: str, factory: str) -> bool:
        """Whether an expression stands for the function whose parameter it is: by its name, or as what its factory gives."""
        word = last_word(function.func) if isinstance(function, ast.Call) else last_word(function)
        owner = parameter.qualname.rpartition(".")[0]
        if word != (factory if isinstance(function, ast.Call) else owner.rpartition(".")[2] if name == "__init__" else name):
            return False
        wanted = Cls(parameter.module, owner) if name == "__init__" else parameter.qualname
        return any(value == wanted or (isinstance(value, Func) and value.qualname == wanted) for value in self.module.values.of(function))
