"""All that is ever put into a container of this file, as expressions: `starts = {}`, `starts[key] = …`, `self._starts.pop(key)`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.containers import ADDS, LOOKERS, LOOKS
from flake8_pitfalls.facts.handed import assigned
from flake8_pitfalls.facts.origins import EACH

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


class Item(NamedTuple):
    """Something that is put into a container: the part of an expression that it is, and its key where that is a text, else ""."""

    node: ast.expr
    path: tuple[int | str, ...] = ()
    key: str = ""


Content = list[Item]
EMPTY = frozenset(f"builtins.{name}" for name in ("list", "dict", "set")) | {"collections.deque", "collections.OrderedDict"}
TAKES = frozenset(("pop", "get", "popleft", "popitem", "setdefault"))
GIVES_TWO = frozenset(("insert", "setdefault"))


def taken_from(node: ast.expr) -> ast.expr | None:
    """The container that `c[k]`, `c.pop(k)` or `c.get(k)` takes an item out of."""
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKES - {"popitem"}:
        return node.func.value
    return None


def text_of(key: ast.expr | None) -> str:
    """A key that is a written text, else ""."""
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""


def wanted_key(node: ast.expr) -> str:
    """The written text that `d["start"]` or `d.get("start")` asks for, else ""."""
    if isinstance(node, ast.Subscript):
        return text_of(node.slice)
    return text_of(node.args[0]) if isinstance(node, ast.Call) and node.args else ""


def started(container: ast.expr, module: Module) -> Content | None:
    """The items of a container that is written out."""
    found: Content = []
    return found if _start(container, found, module) else None


def contents(container: ast.expr, module: Module) -> Content | None:
    """Every item that is put into a container which is made here, empty or written out; None where others may be."""
    found: Content = []
    if isinstance(container, ast.Name):
        scope = module.names.deciding(container.id, module.names.scope(container))
        if scope is None:
            return None
        for binding in (*scope.bindings.get(container.id, ()), *scope.elsewhere.get(container.id, ())):
            if binding.kind == "declared":
                continue
            if binding.kind != "assign" or binding.value is None or binding.path or not _start(binding.value, found, module):
                return None
        uses: list[ast.expr] = list(module.origins.loads(container.id, scope))
    elif isinstance(container, ast.Attribute):
        owner = module.origins.class_of(container.value)
        stored = module.origins.stored(owner, container.attr) if owner is not None else None
        if stored is None or not all(not path and _start(value, found, module) for value, path in stored):
            return None
        uses = [use for use in module.origins.attributes(container.attr) if isinstance(use.ctx, ast.Load)]
    else:
        return None
    return found if all(_put(use, found, module) for use in uses) else None


def _start(value: ast.expr, found: Content, module: Module) -> bool:
    """What a container starts with; False where that is not seen."""
    if isinstance(value, (ast.List, ast.Set, ast.Tuple)):
        found += [Item(item) for item in value.elts]
        return not any(isinstance(item, ast.Starred) for item in value.elts)
    if isinstance(value, ast.Dict):
        found += [Item(item, (), text_of(key)) for key, item in zip(value.keys, value.values, strict=True)]
        return None not in value.keys
    if isinstance(value, (ast.ListComp, ast.SetComp)):
        found.append(Item(value.elt))
        return True
    if isinstance(value, ast.DictComp):
        found.append(Item(value.value))
        return True
    return isinstance(value, ast.Call) and not value.args and not value.keywords and module.names.qualified(value.func) in EMPTY


def _put(use: ast.expr, found: Content, module: Module) -> bool:
    """What one use of a container puts into it; False where that is not seen."""
    parents = module.index.parents
    parent = parents[use]
    if isinstance(parent, ast.Attribute):
        return _by_method(parent, parents[parent], found)
    if isinstance(parent, ast.Subscript) and parent.value is use:
        if not isinstance(parent.ctx, ast.Store):
            return True
        value = assigned(parent, parents)
        if value is None or isinstance(parent.slice, ast.Slice):
            return False
        found.append(Item(*value, text_of(parent.slice)))
        return True
    if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)):
        return True
    if isinstance(parent, ast.Call):
        return module.names.qualified(parent.func) in LOOKERS
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        return use is parent.test
    return isinstance(parent, (ast.Compare, ast.FormattedValue)) or (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not))


def _by_method(attribute: ast.Attribute, call: ast.AST, found: Content) -> bool:
    name = attribute.attr
    if not isinstance(call, ast.Call) or call.func is not attribute:
        return name in LOOKS
    if name in ADDS and len(call.args) == 1:
        found.append(Item(call.args[0]))
    elif name in GIVES_TWO and len(call.args) == 2:
        found.append(Item(call.args[1], (), text_of(call.args[0])))
    elif name in ("extend", "update") and len(call.args) == 1:
        found.append(Item(call.args[0], (EACH,)))
        return name == "extend"
    elif name in ("get", "pop") and len(call.args) == 2:
        found.append(Item(call.args[1], (), text_of(call.args[0])))  # what is given where nothing is there
    else:
        return name in LOOKS
    return True
