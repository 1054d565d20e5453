"""What calls hand over, functions give back and assignments put into their targets: questions about one node and its neighbours."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts.index import FUNCTIONS

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Unseen:
    """The type of `UNSEEN`: an argument that `*` or `**` may hold."""


UNSEEN = Unseen()


def argument(call: ast.Call, place: int | None, name: str) -> ast.expr | Unseen | None:
    """What a call hands over at a place (from 0; -1: by keyword only) or under a name; None where it leaves it to the default."""
    if place is not None and place >= 0:
        if any(isinstance(item, ast.Starred) for item in call.args[: place + 1]):
            return UNSEEN
        if place < len(call.args):
            return call.args[place]
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return UNSEEN if any(keyword.arg is None for keyword in call.keywords) else None


def place_of(function: Function, name: str) -> tuple[int | None, ast.expr | None]:
    """A parameter's place (-1: by keyword only; None: `*` or `**`) and its default."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [*[None] * (len(plain) - len(arguments.defaults)), *arguments.defaults]
    for place, (item, default) in enumerate(zip(plain, defaults, strict=True)):
        if item.arg == name:
            return place, default
    for item, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if item.arg == name:
            return -1, default
    return None, None


def returned(function: ast.FunctionDef) -> list[ast.expr] | None:
    """What a function returns; None where it may end without a value, or is a generator."""
    from flake8_pitfalls.facts.bodies import body_nodes, falls_off

    found: list[ast.expr] = []
    for node in body_nodes(function):
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return None
        if isinstance(node, ast.Return):
            if node.value is None:
                return None
            found.append(node.value)
    return found if found and not falls_off(function.body) else None


def method(owner: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    """The method of a class's own body of this name, where it is defined there once."""
    found = [node for node in owner.body if isinstance(node, FUNCTIONS) and getattr(node, "name", "") == name]
    return found[0] if len(found) == 1 and isinstance(found[0], ast.FunctionDef) else None


def assigned(target: ast.expr, parents: dict[ast.AST, ast.AST]) -> tuple[ast.expr, tuple[int, ...]] | None:
    """What an assignment puts into a target, and which part of it; None for every other way of binding."""
    path: tuple[int, ...] = ()
    child: ast.AST = target
    parent = parents[child]
    while isinstance(parent, (ast.Tuple, ast.List)):
        if any(isinstance(item, ast.Starred) for item in parent.elts):
            return None
        path = (next(n for n, item in enumerate(parent.elts) if item is child), *path)
        child, parent = parent, parents[parent]
    if isinstance(parent, ast.Assign) and child is not parent.value:
        return parent.value, path
    if isinstance(parent, ast.AnnAssign) and parent.value is not None:
        return parent.value, path
    return None
