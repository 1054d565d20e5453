"""Whether an expression is a count, an int from 0 up: by its value, annotations, defaults, what calls pass and what classes keep."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.values import Const

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

DEPTH = 8
CONTAINERS = frozenset({"list", "set", "tuple", "frozenset", "sequence", "iterable", "collection", "iterator", "deque"})
MAPPINGS = frozenset({"dict", "mapping", "mutablemapping", "defaultdict", "ordereddict"})
# Builtins that give one of what they are given.
CHOOSERS = frozenset({"builtins.max", "builtins.min", "builtins.next", "builtins.abs"})


def is_count(node: ast.expr, module: Module, depth: int = 0) -> bool:
    """Whether an expression is an int that is not known to be below zero."""
    known = module.values.one(node)
    if isinstance(known, Const):
        return known.type == "int" and known.value >= 0
    if module.values.is_int(node):
        return True
    if depth > DEPTH:
        return False
    if isinstance(node, ast.Name):
        from flake8_pitfalls.facts.present import is_tested_int

        bindings = module.names.bindings(node)
        return is_tested_int(node, module) or (bool(bindings) and all(_bound(binding, module, depth + 1) for binding in bindings))
    if isinstance(node, ast.Attribute):
        return _kept(node, module, depth + 1)
    if isinstance(node, ast.NamedExpr):
        return is_count(node.value, module, depth + 1)
    if isinstance(node, ast.IfExp):
        return is_count(node.body, module, depth + 1) and is_count(node.orelse, module, depth + 1)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv)):
        return is_count(node.left, module, depth + 1) and is_count(node.right, module, depth + 1)
    if isinstance(node, ast.Call) and module.names.qualified(node.func) in CHOOSERS:
        if len(node.args) == 1:
            return _items_count(node.args[0], module)
        return bool(node.args) and all(is_count(item, module, depth + 1) for item in node.args)
    return False


def default_of(parameter: ast.AST, module: Module) -> ast.expr | None:
    """The default of a parameter."""
    arguments = module.index.parent(parameter)
    if not isinstance(arguments, ast.arguments):
        return None
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = [
        *zip(plain[len(plain) - len(arguments.defaults) :], arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return next((default for item, default in pairs if item is parameter), None)


def _bound(binding: Binding, module: Module, depth: int) -> bool:
    if binding.kind == "parameter":
        return isinstance(binding.node, ast.arg) and _parameter(binding.node, module, depth)
    if binding.kind in ("assign", "walrus") and binding.value is not None and not binding.path:
        return is_count(binding.value, module, depth)
    if binding.kind in ("for", "comprehension") and binding.value is not None:
        return _item_of_annotated(binding, module)
    return False


def _parameter(argument: ast.arg, module: Module, depth: int) -> bool:
    """A parameter is what its annotation says; without one, what the calls in this file pass, and its default."""
    if argument.annotation is not None:
        return _is_int(argument.annotation, module)
    from flake8_pitfalls.facts.patterns.calls import passed

    arguments = module.index.parents[argument]
    if isinstance(arguments, ast.arguments) and argument in (arguments.vararg, arguments.kwarg):
        return False
    given = passed(argument, module)
    default = default_of(argument, module)
    if default is not None and not (isinstance(default, ast.Constant) and type(default.value) is int):
        return False
    return (default is not None or bool(given)) and all(is_count(item, module, depth) for item in given)


def _item_of_annotated(binding: Binding, module: Module) -> bool:
    """Whether a loop's name takes the ints of a parameter: `for n in widths`, `for name, n in widths.items()`."""
    source: ast.expr | None = binding.value
    attribute = ""
    if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute) and not source.args:
        attribute, source = source.func.attr, source.func.value
    owner = module.names.only(source) if source is not None else None
    annotation = getattr(owner.node, "annotation", None) if owner is not None and owner.kind == "parameter" else None
    if not isinstance(annotation, ast.Subscript):
        return False
    items = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
    container = (module.names.qualified(annotation.value) or "").rpartition(".")[2].lower()
    if container in MAPPINGS and len(items) == 2:
        wanted = {("items", (1,)): 1, ("values", ()): 1, ("items", (0,)): 0, ("keys", ()): 0, ("", ()): 0}.get((attribute, binding.path))
        return wanted is not None and _is_int(items[wanted], module)
    return container in CONTAINERS and not attribute and not binding.path and _is_int(items[0], module)


def _is_int(annotation: ast.expr, module: Module) -> bool:
    if isinstance(annotation, ast.Constant):
        return annotation.value == "int"
    return module.names.qualified(annotation) == "builtins.int"


def _items_count(node: ast.expr, module: Module) -> bool:
    """Whether the items of an expression are ints: `map(len, …)`, `(len(x) for …)`."""
    if isinstance(node, (ast.GeneratorExp, ast.ListComp, ast.SetComp)):
        return is_count(node.elt, module, DEPTH)
    if isinstance(node, ast.Call) and module.names.qualified(node.func) == "builtins.map" and node.args:
        return module.names.qualified(node.args[0]) in ("builtins.len", "builtins.int", "builtins.ord")
    return False


def _kept(node: ast.Attribute, module: Module, depth: int) -> bool:
    """Whether every value that a class of this module keeps under this name is a count; an enum's member by its `.value`."""
    from flake8_pitfalls.facts.patterns.trace import Trace

    trace = Trace(module.patterns)
    if node.attr == "value" and isinstance(node.value, ast.Attribute):
        node = node.value
    klass = trace.class_of(node.value)
    if klass is None:
        return False
    in_body = [one.value for one in module.names.scope_of_body(klass).bindings.get(node.attr, []) if one.kind != "declared"]
    stored = [value for target, value in module.patterns.stored(node.attr) if trace.class_of(target.value) is klass]
    values = [*in_body, *stored]
    return bool(values) and all(value is not None and is_count(value, module, depth) for value in values)
