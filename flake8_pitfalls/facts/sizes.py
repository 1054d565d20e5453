"""What `sys.getsizeof` is asked about: containers of this file that hold other objects, and whether those are measured too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.index import COMPREHENSIONS, FUNCTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

GETSIZEOF = "sys.getsizeof"
# Calls that give a new container which refers to its items.
CONSTRUCTORS = {
    "builtins.list": "list",
    "builtins.tuple": "tuple",
    "builtins.set": "set",
    "builtins.frozenset": "frozenset",
    "builtins.dict": "dict",
    "builtins.sorted": "list",
    "collections.deque": "deque",
    "collections.OrderedDict": "OrderedDict",
    "collections.Counter": "Counter",
    "collections.defaultdict": "defaultdict",
    "dict.fromkeys": "dict",
}
GROWS = frozenset(("append", "add", "insert", "extend", "update", "setdefault", "appendleft"))
KEEPING_BASES = frozenset(("builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol"))
KEEPING_DECORATORS = frozenset(("dataclasses.dataclass", "functools.total_ordering", "typing.final"))


def shallow(call: ast.Call, module: Module) -> tuple[str, str] | None:
    """What a call of getsizeof leaves out: the kind of container, and what it holds; None where it may count everything."""
    if not call.args or module.names.qualified(call.func) != GETSIZEOF or isinstance(call.args[0], ast.Starred):
        return None
    asked = call.args[0]
    if getattr(module.index.function(call), "name", "") == "__sizeof__":
        return None  # which says what an object holds, and is asked for that alone
    if _is_compared(call, module) or _measures_items(asked, call, module):
        return None
    origins = module.origins.of(asked)
    kinds = {container(origin.node, module) if not origin.path else None for origin in origins or ()}
    if len(kinds) > 1 and not kinds & {None, "empty"}:
        return "container", "items"
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind == "empty":
        kind = grown(asked, call, module)
    if kind:
        return kind, "keys and values" if kind in ("dict", "OrderedDict", "defaultdict", "Counter") else "items"
    return ("object", "attributes") if kind is None and is_plain_object(asked, module) else None


def container(node: ast.expr, module: Module) -> str | None:
    """The kind of container that an expression makes; "empty" for one without items; None where it is something else."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return node.__class__.__name__.lower() if node.elts else "empty"
    if isinstance(node, ast.Dict):
        return "dict" if node.keys else "empty"
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp)):
        return {ast.ListComp: "list", ast.SetComp: "set", ast.DictComp: "dict"}[type(node)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Add)):
        return _combined(node, module)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        kind = container(node.value, module)
        return kind if kind in ("list", "tuple") else None
    if isinstance(node, ast.Attribute) and node.attr == "__dict__":
        return "dict" if is_plain_object(node.value, module) else None
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("split", "rsplit", "splitlines"):
            return "list" if _is_text(node.func.value, module) else None
        name = module.names.qualified(node.func) or ""
        if name == "builtins.dict.fromkeys":
            return "dict"
        kind = CONSTRUCTORS.get(name)
        if kind is None:
            return None
        given = node.args[1:] if kind == "defaultdict" else node.args
        if not given and not [keyword for keyword in node.keywords if keyword.arg != "maxlen"]:
            return "empty"
        return "empty" if given and container(given[0], module) == "empty" else kind
    return None


def _is_text(node: ast.expr, module: Module) -> bool:
    from flake8_pitfalls.facts.values import type_name

    return module.values.certain(node, lambda value: type_name(value) == "builtins.str")


def _combined(node: ast.BinOp, module: Module) -> str | None:
    """`[0] * 100`, `[1] + [2]`."""
    sides = [container(side, module) for side in (node.left, node.right)]
    if isinstance(node.op, ast.Mult):
        found = [kind for kind in sides if kind in ("list", "tuple", "empty")]
        return found[0] if len(found) == 1 else None
    return sides[0] if sides[0] == sides[1] and sides[0] in ("list", "tuple") else None


def grown(asked: ast.expr, call: ast.Call, module: Module) -> str | None:
    """The kind of a container that starts empty and has been filled before it is measured, not step by step while it is."""
    made = module.origins.one(asked)
    if made is None:
        return None
    name = asked if isinstance(asked, ast.Name) else None
    if module.index.function(made) is not module.index.function(call):
        name = _name_given(made, module)
    scope = module.names.deciding(name.id, module.names.scope(name)) if name is not None else None
    if name is None or scope is None:
        return None
    if scope.node is not module.index.function(call) and not scope.is_module:
        return _kind_of_made(made, module) if any(_puts(use, False, module) for use in module.origins.loads(name.id, scope)) else None
    loops = {around for around in module.index.ancestors(call) if isinstance(around, (ast.For, ast.While))}
    filled = False
    fills_itself = isinstance(made, ast.Call) and module.names.qualified(made.func) == "collections.defaultdict"
    for use in module.origins.loads(name.id, scope):
        if not _puts(use, fills_itself, module):
            continue
        if any(around in loops for around in module.index.ancestors(use)):
            return None  # its growth is what is watched
        filled = filled or use.lineno < call.lineno
    return _kind_of_made(made, module) if filled else None


def _name_given(made: ast.expr, module: Module) -> ast.Name | None:
    """The name that a function gives to a container that it makes and returns."""
    parent = module.index.parent(made)
    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target] if isinstance(parent, ast.AnnAssign) else []
    return targets[0] if len(targets) == 1 and isinstance(targets[0], ast.Name) else None


def _puts(use: ast.Name, fills_itself: bool, module: Module) -> bool:
    """Whether a use of a container's name puts something into it."""
    parent = module.index.parent(use)
    return (isinstance(parent, ast.Attribute) and parent.attr in GROWS) or (
        isinstance(parent, ast.Subscript) and parent.value is use and (isinstance(parent.ctx, ast.Store) or fills_itself)
    )


def _kind_of_made(made: ast.expr, module: Module) -> str | None:
    if isinstance(made, ast.Call):
        return CONSTRUCTORS.get(module.names.qualified(made.func) or "")
    return made.__class__.__name__.lower()


def is_plain_object(node: ast.expr, module: Module) -> bool:
    """Whether an expression is an instance of a class of this project that keeps its attributes in a dict and says nothing of its size."""
    from flake8_pitfalls.facts.values import Cls, Inst, Thing

    value = module.values.one(node)
    if not isinstance(value, Inst) or not isinstance(value.of, Cls):
        return False
    slots, holds = [], False
    for base in module.project.classes.order(value.of):
        if isinstance(base, Thing):
            if base.name not in KEEPING_BASES:
                return False
            continue
        own = module.values.view
        cls = own.local.class_nodes.get(base.qualname) if isinstance(base, Cls) and base.module == own.module else None
        if cls is None or cls.keywords or not _is_plain_class(cls, module):
            return False
        slots.append("__slots__" in module.names.scope_of_body(cls).bindings)
        holds = holds or bool(cls.decorator_list) or any(_stores(part) for part in ast.walk(cls))
    return not all(slots) and (holds or any(_is_given_attribute(part, value, module) for part in module.index.of(ast.Attribute)))


def _stores(node: ast.AST) -> bool:
    """Whether a node of a class may give its instances an attribute."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.ctx, ast.Store) or node.attr in ("__dict__", "__setattr__")
    return isinstance(node, ast.Name) and node.id in ("setattr", "vars")


def _is_given_attribute(node: ast.AST, value: Any, module: Module) -> bool:
    """Whether code outside of the class stores an attribute of such an instance."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Store):
        return False
    return any(getattr(found, "of", None) == value.of for found in module.values.of(node.value))


def _is_plain_class(cls: ast.ClassDef, module: Module) -> bool:
    bound = module.names.scope_of_body(cls).bindings
    if "__sizeof__" in bound or "__new__" in bound:
        return False
    for decorator in cls.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if module.names.qualified(called) not in KEEPING_DECORATORS:
            return False
        if isinstance(decorator, ast.Call) and any(keyword.arg == "slots" for keyword in decorator.keywords):
            return False
    return True


def _is_compared(call: ast.Call, module: Module) -> bool:
    """Whether one shallow size is only set against another, or checked by a test: there the containers themselves are what is asked."""
    parent = module.index.parent(call)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
        scope = module.names.deciding(target.id, module.names.scope(target)) if isinstance(target, ast.Name) else None
        uses = list(module.origins.loads(target.id, scope)) if scope is not None and isinstance(target, ast.Name) else []
        return bool(uses) and all(_is_set_against(use, module) for use in uses)
    return _is_set_against(call, module)


def _is_set_against(node: ast.expr, module: Module) -> bool:
    parent = module.index.parent(node)
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
        return parent.func.attr.startswith("assert")
    others: list[ast.expr] = []
    if isinstance(parent, ast.Compare):
        others = [parent.left, *parent.comparators]
    elif isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Sub):
        others = [parent.left, parent.right]
    return any(other is not node and _is_size(other, module) for other in others)


def _is_size(node: ast.expr, module: Module) -> bool:
    made = module.origins.one(node)
    return isinstance(made, ast.Call) and module.names.qualified(made.func) == GETSIZEOF


def _measures_items(asked: ast.expr, call: ast.Call, module: Module) -> bool:
    """Whether the items are measured as well, in the same function or class body: by a loop, `sum(map(getsizeof, x))`, or one by one."""
    subject = ast.dump(asked)
    for other in _around(call, module):
        if isinstance(other, ast.Call) and other is not call:
            name = module.names.qualified(other.func)
            of_each = name == "builtins.map" and bool(other.args) and module.names.qualified(other.args[0]) == GETSIZEOF
            if of_each and any(_mentions(item, subject) for item in other.args[1:]):
                return True
            if name == GETSIZEOF and other.args and _is_part(other.args[0], subject, other, module):
                return True
    return False


def _mentions(node: ast.expr, subject: str) -> bool:
    """Whether the measured expression stands anywhere in another."""
    return any(ast.dump(part) == subject for part in ast.walk(node) if isinstance(part, ast.expr))


def _around(call: ast.Call, module: Module) -> Iterator[ast.AST]:
    """All nodes of the function (or module, outside of functions) that runs a call."""
    function = module.index.function(call)
    stack: list[ast.AST] = list(ast.iter_child_nodes(function))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            stack.extend(ast.iter_child_nodes(node))


def _is_part(node: ast.expr, subject: str, call: ast.Call, module: Module) -> bool:
    """Whether an expression is taken out of the container: `x[0]`, `x.__dict__`, `vars(x)`, an item of a loop over it."""
    part = node
    while isinstance(part, (ast.Subscript, ast.Attribute)) or (
        isinstance(part, ast.Call) and part.args and module.names.qualified(part.func) not in CONSTRUCTORS
    ):
        part = part.args[0] if isinstance(part, ast.Call) else part.value
        if ast.dump(part) == subject:
            return True
    if not isinstance(node, ast.Name):
        return False
    for binding in module.names.bindings(node):
        if binding.kind in ("for", "comprehension") and binding.value is not None and _mentions(binding.value, subject):
            return True
    return any(
        isinstance(around, (ast.For, *COMPREHENSIONS)) and module.index.function(around) is not module.index.function(call)
        for around in module.index.ancestors(call)
    )
