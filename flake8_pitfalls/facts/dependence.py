"""Which parameters a term depends on, by its text alone: what depends on none is evaluated once for all calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flake8_pitfalls.facts.view import View

Parameter = tuple[str, str]  # the function's qualified name, the parameter's
EVERY: frozenset[Parameter] = frozenset((("*", "*"),))  # any of them: a function defined inside, or `super()`
NONE: frozenset[Parameter] = frozenset()


# What operators, displays and definitions give is never an instance of a class of the project, as far as the evaluator knows.
NO_INSTANCES = frozenset(
    ["const", "text", "slice", "op", "unary", "compare", "seq", "dict", "comp", "filled", "func", "class", "super", "star"]
)


class Dependence:
    """The answers for the terms of all modules that a project reads."""

    def __init__(self) -> None:
        self._free: set[tuple[str, int]] = set()  # bindings that depend on no parameter
        self._bound: set[tuple[str, int]] = set()  # bindings that depend on some
        self._calls: dict[int, tuple[Any, bool]] = {}  # by the identity of a term, which is kept
        self._functions: dict[tuple[str, str, str], frozenset[Parameter]] = {}

    def is_free(self, number: int, view: View) -> bool:
        """Whether a binding is the same in every call."""
        key = (view.module, number)
        if key in self._free or key in self._bound:
            return key in self._free
        found = not self._walk([["use", [number]]], view)
        if not found:
            self._bound.add(key)
        return found

    def is_free_call(self, term: Any, view: View) -> bool:
        """Whether a call's function and arguments are the same in every call of the function that it stands in."""
        found = self._calls.get(id(term))
        if found is None:
            found = self._calls[id(term)] = (term, not self._walk([term], view))
        return found[1]

    def needs(self, qualname: str, what: str, terms: list[Any], view: View) -> frozenset[Parameter]:
        """The parameters that a function's results depend on."""
        key = (view.module, qualname, what)
        found = self._functions.get(key)
        if found is None:
            found = self._functions[key] = self._walk(terms, view)
        return found

    def _walk(self, terms: list[Any], view: View) -> frozenset[Parameter]:
        found: set[Parameter] = set()
        seen: set[int] = set()
        stack = list(terms)
        while stack:
            term = stack.pop()
            if term is None:
                continue
            kind = term[0]
            if kind == "use":
                for number in term[1]:
                    if number not in seen and (view.module, number) not in self._free:
                        seen.add(number)
                        stack.append(view.binding(number))
            elif kind == "param":
                found.add((term[1], term[2]))
            elif kind == "super" or (kind == "func" and "<locals>" in term[1]):
                return EVERY
            else:
                stack.extend(parts(term))
        if not found:
            self._free.update((view.module, number) for number in seen)
        return frozenset(found)


def parts(term: Any) -> list[Any]:
    """The terms that a term is made of."""
    kind = term[0]
    if kind == "call":
        return [term[1], *term[2], *[value for _, value in term[3]]]
    if kind in ("attr", "unpack", "elem", "enter", "await", "instance"):
        return [term[1]]
    if kind == "item":
        return [term[1], term[2]]
    if kind == "op":
        return [term[2], term[3]]
    if kind in ("unary", "comp"):
        return [term[2]]
    if kind == "any":
        return [*term[1], *term[2:]]
    if kind in ("seq", "compare"):
        return list(term[2])
    if kind == "dict":
        return [part for pair in term[1] for part in pair]
    if kind == "filled":
        return [term[1], *term[2]]
    if kind == "decorated":
        return [*term[1], term[2]]
    return list(term[1:]) if kind == "star" else []


def may_be_instance(term: Any, binding: Callable[[int], Any]) -> bool:
    """Whether a term may stand for an instance of a class of the project: a cheap no for counters and the like, before it is evaluated.

    `binding`: the term of a numbered binding.
    """
    seen: set[int] = set()
    stack = [term]
    while stack:
        term = stack.pop()
        if term is None or term[0] in NO_INSTANCES:
            continue
        if term[0] == "use":
            stack += [binding(number) for number in term[1] if number not in seen]
            seen.update(term[1])
        elif term[0] == "any":
            stack += term[1]
        else:
            return True
    return False
