"""Whether what a name stands for in the text is replaced by the module's own code before it is called.

A default that every call of the module fills: `await work(pause=fake)`; a global that another function binds anew: `global pause`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.handed import argument
from flake8_pitfalls.facts.values import Const

if TYPE_CHECKING:
    from flake8_pitfalls.facts.values import Site
    from flake8_pitfalls.facts.view import View


def is_default_filled(term: Any, site: Site) -> bool:
    """Whether a term is a parameter of which only the default is known at a call, though each call of its function that stands in the
    module at hand, and there is one, hands something over for it."""
    view = site.view
    bound = view.binding(term[1][0]) if term is not None and term[0] == "use" and len(term[1]) == 1 else term
    if not view.is_local or bound is None or bound[0] != "param" or (view.module, bound[1], bound[2]) in site.env:
        return False
    node = view.local.function_nodes.get(bound[1])
    facts = view.function(bound[1])
    if facts is None or not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    plain = [item[0] for item in facts["parameters"] if item[1] in ("positional", "both")]
    place = plain.index(bound[2]) if bound[2] in plain else None
    if place is not None and facts["method"] in ("self", "class"):
        place -= 1
    calls = [call for call in view.local.index.of(ast.Call) if isinstance(call, ast.Call) and last_word(call.func) == node.name]
    return bool(calls) and all(argument(call, place, bound[2]) is not None for call in calls)


def is_rebound(term: Any, view: View, waits: Callable[[Any], bool]) -> bool:
    """Whether a term is a global to which another function of the module at hand gives something that does not wait."""
    if not view.is_local or term is None or term[0] != "use" or len(term[1]) < 2:
        return False
    names, numbered = view.local.names, view.local.terms.numbered
    for number in term[1]:
        binding = numbered[number]
        if binding.kind in ("import", "builtin") or names.scope(binding.node) is binding.scope:
            continue
        values = view.local.source.project.evaluator.binding(number, view, {})
        if any(not isinstance(value, Const) and not waits(value) for value in values):
            return True
    return False
