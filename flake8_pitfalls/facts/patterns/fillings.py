"""Where `.format` fills templates, and the texts that the templates are written in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

FILLING = ("format", "format_map")
PARTS = 200


class Filling(NamedTuple):
    """A call that fills a template: `call` gives the text, `given` are the arguments by place, `by_map` says that a mapping is given."""

    call: ast.Call
    template: ast.expr
    given: tuple[ast.expr, ...]
    by_map: bool


class Written(NamedTuple):
    """The texts that a template is written in, one after another, and whether nothing but `.format` reads them."""

    parts: list[ast.Constant]
    alone: bool


def fillings(module: Module) -> Iterator[Filling]:
    """Every call that fills a template: `t.format(x)`, `str.format(t, x)`, and `fill(x)` after `fill = t.format`."""
    kept = _kept_methods(module)
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        function: ast.expr | None = call.func
        given = tuple(call.args)
        if isinstance(function, ast.Name) and function.id in kept:
            binding = module.names.only(function)
            function = binding.value if binding is not None and binding.value in kept[function.id] else None
        if not isinstance(function, ast.Attribute) or function.attr not in FILLING:
            continue
        if isinstance(function.value, ast.Name) and module.names.qualified(function.value) == "builtins.str":
            if given and not isinstance(given[0], ast.Starred):
                yield Filling(call, given[0], given[1:], function.attr == "format_map")
        else:
            yield Filling(call, function.value, given, function.attr == "format_map")


def _kept_methods(module: Module) -> dict[str, list[ast.expr | None]]:
    """The `.format`s that are kept under a name, by the name."""
    found: dict[str, list[ast.expr | None]] = {}
    for node in module.index.of(ast.Assign):
        assert isinstance(node, ast.Assign)
        if isinstance(node.value, ast.Attribute) and node.value.attr in FILLING:
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def written(node: ast.expr, module: Module) -> list[Written]:
    """What a template can be: a text, what a name is bound to once, items of what is written out; [] where that is not known."""
    alone, texts = True, [node]
    if isinstance(node, (ast.Name, ast.Attribute)):
        binding, reads = bound_once(node, module)
        if binding is None or binding.value is None:
            return []
        alone = all(_fills(read, module) for read in reads)
        if binding.kind == "assign" and not binding.path:
            texts = [binding.value]
        elif binding.kind in ("for", "comprehension"):
            texts, is_only_read = items(binding, module)
            alone = alone and is_only_read
        else:
            return []
    elif isinstance(node, ast.Subscript):
        texts, alone = picked(node, module)
    return [Written(parts, alone) for text in texts if (parts := parts_of(text))]


def _fills(read: ast.expr, module: Module) -> bool:
    """Whether a read of a template only fills it."""
    parent = module.index.parent(read)
    if isinstance(parent, ast.Call) and parent.args[:1] == [read]:
        return module.names.qualified(parent.func) in ("builtins.str.format", "builtins.str.format_map")
    return getattr(parent, "attr", "") in FILLING


def bound_once(node: ast.expr, module: Module) -> tuple[Binding | None, list[ast.expr]]:
    """The only binding of a name or of an attribute of a class, and every read of it."""
    patterns = module.patterns
    if isinstance(node, ast.Name):
        binding = module.names.only(node)
        return binding, [read for read in patterns.loads(node.id) if binding is not None and binding in module.names.bindings(read)]
    if not isinstance(node, ast.Attribute):
        return None, []
    from flake8_pitfalls.facts.patterns.trace import Trace

    klass = Trace(patterns).class_of(node.value)
    found = module.names.scope_of_body(klass).bindings.get(node.attr, []) if klass is not None else []
    return found[0] if len(found) == 1 else None, list(patterns.attributes(node.attr))


def display(node: ast.expr, module: Module) -> tuple[ast.expr | None, list[ast.expr]]:
    """A container that is written out, here or where its only name is bound, and every read of it."""
    if not isinstance(node, (ast.Name, ast.Attribute)):
        return node, [node]
    binding, reads = bound_once(node, module)
    if binding is None or binding.kind != "assign" or binding.path:
        return None, []
    return binding.value, reads


def items(binding: Binding, module: Module) -> tuple[list[ast.expr], bool]:
    """What a loop's name takes one after another: of `for t in (…)`, `for t in TABLE.values()`, `for name, t in TABLE.items()`."""
    source = binding.value
    method = ""
    if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute) and not source.args:
        method, source = source.func.attr, source.func.value
    held, reads = display(source, module) if source is not None else (None, [])
    if isinstance(held, (ast.List, ast.Tuple, ast.Set)) and not method and not binding.path:
        return held.elts, len(reads) == 1
    if isinstance(held, ast.Dict) and (method, binding.path) in (("values", ()), ("items", (1,))):
        return held.values, len(reads) == 1
    return [], False


def picked(node: ast.Subscript, module: Module) -> tuple[list[ast.expr], bool]:
    """What a constant picks of a list or dict that is written out; of another key, nobody knows which call fills which template."""
    if not isinstance(node.slice, ast.Constant):
        return [], False
    (held, reads), key = display(node.value, module), node.slice.value
    alone = all(_picks_to_fill(read, key, module) for read in reads)
    if isinstance(held, (ast.List, ast.Tuple)) and isinstance(key, int):
        return held.elts[key : key + 1], alone
    if isinstance(held, ast.Dict):
        pairs = zip(held.keys, held.values, strict=True)
        return [value for item, value in pairs if isinstance(item, ast.Constant) and item.value == key], alone
    return [], False


def _picks_to_fill(read: ast.expr, key: object, module: Module) -> bool:
    """Whether a read of a container picks another item of it, or this one to fill it."""
    parent = module.index.parent(read)
    if not isinstance(parent, ast.Subscript) or parent.value is not read or not isinstance(parent.slice, ast.Constant):
        return False
    return parent.slice.value != key or _fills(parent, module)


def parts_of(node: ast.expr) -> list[ast.Constant]:
    """The texts that are added to one another; [] where something else is among them."""
    parts: list[ast.Constant] = []
    stack: list[ast.expr] = [node]
    while stack and len(parts) < PARTS:
        part = stack.pop()
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add):
            stack += [part.right, part.left]
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            parts.append(part)
        else:
            return []
    return parts
