"""Who keeps what `start()` of a Thread or Process gives."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.threads.threads import made_of, own_method
from flake8_pitfalls.knowledge.threads import WORKERS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

COLLECTING = (ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.SetComp, ast.GeneratorExp)


class Kept(NamedTuple):
    """`where`: the assignment (or the call, where a container gets it); `name`: what stands for None; `kind`: thread or process."""

    where: ast.AST
    name: str
    kind: str


def keeper(call: ast.Call, worker: ast.expr, module: Module) -> Kept | None:
    """Who keeps the result of `worker.start()`; None where nobody does, or where `worker` is not known to be a Thread or Process."""
    place = _place(call, module)
    if place is None:
        return None
    if not module.values.certain(worker, lambda value: made_of(value, module) in WORKERS and own_method(value, "start", module)):
        return None
    where, name = place
    if isinstance(where, ast.Return):
        if not {"join", "is_alive", "name", "ident", "terminate", "daemon"} & module.threads.journey(call).attributes():
            return None
        where = call
    kind = "process" if any(made_of(value, module).endswith("Process") for value in module.values.of(worker)) else "thread"
    return Kept(where, name, kind)


def _place(call: ast.Call, module: Module) -> tuple[ast.AST, str] | None:
    node: ast.AST = call
    parent = module.index.parent(node)
    inside = False
    while isinstance(parent, COLLECTING) and node is not getattr(parent, "generators", None):
        node, parent, inside = parent, module.index.parent(parent), True
    text = module.source.segment
    if isinstance(parent, ast.Assign):
        return (parent, _named(text(parent.targets[0]), inside)) if not _is_ignored(parent.targets) else None
    if isinstance(parent, ast.AnnAssign) and node is parent.value:
        return parent, _named(text(parent.target), inside)
    if isinstance(parent, ast.NamedExpr):
        return parent, _named(parent.target.id, inside)
    if isinstance(parent, ast.Return):
        return parent, _named(text(call), inside)
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and not inside and len(parent.args) == 1:
        return (call, f"{text(parent.func.value)}[…]") if parent.func.attr in ("append", "add", "appendleft") else None
    return None


def _named(name: str, inside: bool) -> str:
    return f"{name}[…]" if inside else name


def _is_ignored(targets: list[ast.expr]) -> bool:
    return all(isinstance(target, ast.Name) and target.id.startswith("_") for target in targets)
