"""What a use of a container's name puts into it: the item, None for something that nobody knows, nothing if it only looks."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flake8_pitfalls.facts.index import Index

CONTAINERS = frozenset(f"builtins.{name}" for name in ("list", "set", "dict")) | {"collections.deque"}
LOOKERS = CONTAINERS | frozenset(
    f"builtins.{name}"
    for name in [
        "len",
        "sum",
        "min",
        "max",
        "sorted",
        "enumerate",
        "zip",
        "print",
        "any",
        "all",
        "tuple",
        "frozenset",
        "str",
        "repr",
        "map",
        "filter",
        "iter",
        "reversed",
        "bool",
        "isinstance",
        "type",
        "id",
    ]
)
ADDS = frozenset(("append", "add", "appendleft"))
EXTENDS = frozenset(("extend", "update", "extendleft"))
LOOKS = frozenset(
    [
        "index",
        "count",
        "copy",
        "keys",
        "values",
        "items",
        "get",
        "union",
        "intersection",
        "difference",
        "issubset",
        "issuperset",
        "isdisjoint",
        "remove",
        "discard",
        "pop",
        "popleft",
        "clear",
        "sort",
        "reverse",
        "popitem",
    ]
)

Of = Callable[[ast.AST], Any]


def put_in(use: ast.Name | ast.Attribute, index: Index, of: Of, maker: Callable[[ast.Call], str | None]) -> list[Any]:
    """The terms of the items that this use of a container's name, or of an attribute that holds it, may put into it."""
    parent = index.parents[use]
    if isinstance(parent, ast.Attribute):
        return _by_method(parent, index, of)
    if isinstance(parent, ast.Subscript) and parent.value is use:
        return _by_item(parent, index, of)
    if isinstance(parent, ast.AugAssign):
        return [["elem", of(parent.value)]] if isinstance(parent.op, (ast.Add, ast.BitOr)) else [None]
    if isinstance(use.ctx, ast.Store):
        return []
    if isinstance(parent, ast.Starred):
        return []
    if isinstance(parent, ast.Call) and use is not parent.func:
        return [] if maker(parent) is not None else [None]
    if isinstance(parent, ast.keyword):
        return [None] if parent.arg is not None else []  # `**options` is copied
    if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):  # another name for it
        return [None]
    return []


def _by_method(attribute: ast.Attribute, index: Index, of: Of) -> list[Any]:
    call = index.parents[attribute]
    if not isinstance(call, ast.Call) or call.func is not attribute:
        return [] if attribute.attr in LOOKS else [None]
    if attribute.attr in ADDS and len(call.args) == 1:
        return [of(call.args[0])]
    if attribute.attr in EXTENDS and len(call.args) == 1:
        return [["elem", of(call.args[0])]]
    if attribute.attr in ("insert", "setdefault") and len(call.args) == 2:
        return [of(call.args[1])]
    return [] if attribute.attr in LOOKS else [None]


def _by_item(subscript: ast.Subscript, index: Index, of: Of) -> list[Any]:
    if isinstance(subscript.ctx, (ast.Load, ast.Del)):
        return []
    statement = index.parents[subscript]
    return [of(statement.value)] if isinstance(statement, ast.Assign) else [None]
