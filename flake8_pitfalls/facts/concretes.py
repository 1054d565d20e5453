"""Which classes of a module fill in what another one leaves open: its methods run on their instances, and on none of its own."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.values import Cls

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

MOST = 8  # classes that are looked at


def concretes(node: ast.AST, module: Module) -> list[Cls]:
    """The classes on whose instances a method of an abstract class runs, in the order of the text; none where its class is not abstract.

    `node`: the method. A class counts where it fills in what is open and does not bring a method of its own by that name.
    """
    owner = module.index.parent(node)
    if not isinstance(owner, ast.ClassDef):
        return []
    open_names = {part.name for part in owner.body if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and is_open(part)}
    if not open_names:
        return []
    view, classes = module.project.own, module.project.classes
    base, found = Cls(view.module, view.terms.qualname(owner)), []
    for other in module.index.of(ast.ClassDef):
        if not isinstance(other, ast.ClassDef) or other is owner or not other.bases:
            continue
        names = {part.name for part in other.body if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and not is_open(part)}
        one = Cls(view.module, view.terms.qualname(other))
        if names & open_names and getattr(node, "name", "") not in names and base in classes.order(one):
            found.append(one)
    return found[:MOST]


def is_open(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a method is for subclasses to write: marked as abstract, or it only raises NotImplementedError."""
    if any(last_word(item) == "abstractmethod" for item in node.decorator_list):
        return True
    body = [part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    only = body[0] if len(body) == 1 else None
    if not isinstance(only, ast.Raise) or only.exc is None:
        return False
    return last_word(only.exc.func if isinstance(only.exc, ast.Call) else only.exc) == "NotImplementedError"
