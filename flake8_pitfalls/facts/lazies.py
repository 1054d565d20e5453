"""Lazy iterables that are turned into text: found from the calls that make them, since those are few and texts are many."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.folding import folded
from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.knowledge.lazy import LAST_WORDS, LAZY, LOGS, METHODS, SHOWS_ITSELF

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

MAKES_TEXT = LOGS | {"format"}
MAKING = frozenset((ast.Call, ast.GeneratorExp, ast.IfExp, ast.BoolOp, ast.Tuple))  # what a name can be bound to that is lazy


class LazyText(NamedTuple):
    """`where`: the call or field's value that makes the text; `value`: what is lazy there; `kind`: `range`, `map`, `generator` …"""

    where: ast.expr
    value: ast.expr
    kind: str
    by: str


def lazy_texts(module: Module) -> Iterator[LazyText]:
    """All places of a module where a text is made of a lazy iterable itself."""
    if not _may_show(module):
        return
    makers = list(_makers(module))
    names: set[str] = set()
    for node in makers:
        yield from _shown(node, module)
        names.update(_names(node, module))
    for kind in (ast.Name, ast.Attribute) if names else ():
        for use in module.index.of(kind):
            assert isinstance(use, (ast.Name, ast.Attribute))
            if _name_of(use) in names and isinstance(use.ctx, ast.Load) and _context(use, module):
                yield from _shown(use, module)


def _name_of(node: ast.AST) -> str:
    """A name as it is written, an attribute's with a dot before it; "" for anything else."""
    return node.id if isinstance(node, ast.Name) else f".{node.attr}" if isinstance(node, ast.Attribute) else ""


def _may_show(module: Module) -> bool:
    """A cheap no: no text is made of anything that looks lazy, nor of a name that may stand for it. Asks for no node's parent."""
    index = module.index
    words = LAST_WORDS | _aliases(module)
    if index.of(ast.Yield) or index.of(ast.YieldFrom) or any(_gives_lazy(node) for node in index.of(ast.Return)):
        words |= {node.name for node in index.of(ast.FunctionDef, ast.AsyncFunctionDef)}  # type: ignore[attr-defined]
    used: set[str] = set()
    for node in _made_into_text(module):
        if node.__class__ is ast.Name or node.__class__ is ast.Attribute:
            used.add(_name_of(node))
        elif node.__class__ is ast.GeneratorExp or (node.__class__ is ast.Call and last_word(node.func) in words):
            return True
    for kind in (ast.Assign, ast.AnnAssign, ast.NamedExpr) if used else ():
        for node in index.of(kind):
            value: ast.AST = node.value  # type: ignore[attr-defined]
            if value.__class__ in MAKING and _may_make(value, words) and not used.isdisjoint(_target_names(node)):
                return True
    return False


def _target_names(node: ast.AST) -> Iterator[str]:
    """The names that an assignment binds, in a tuple of one, too."""
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:  # type: ignore[attr-defined]
        for part in target.elts if isinstance(target, ast.Tuple) else [target]:
            yield _name_of(part)


def _may_make(value: ast.AST, words: frozenset[str]) -> bool:
    """Whether one of `MAKING` looks lazy; of what holds several values, nobody looks closer."""
    return not isinstance(value, ast.Call) or last_word(value.func) in words


def _made_into_text(module: Module) -> Iterator[ast.AST]:
    """What stands where texts are made, as `_context` says, in a tuple, dict or keyword of one step, too."""
    given: list[ast.AST] = []
    for call in module.index.of(ast.Call):
        func = call.func  # type: ignore[attr-defined]
        if func.id in ("str", "format") if func.__class__ is ast.Name else func.__class__ is ast.Attribute and func.attr in MAKES_TEXT:
            given += [func, *call.args, *(keyword.value for keyword in call.keywords)]  # type: ignore[attr-defined]
    given += [node.value for node in module.index.of(ast.FormattedValue)]  # type: ignore[attr-defined]
    for node in module.index.of(ast.BinOp):
        if node.op.__class__ is ast.Mod:  # type: ignore[attr-defined]
            given += [node.left, node.right]  # type: ignore[attr-defined]
    for node in given:
        yield node
        if node.__class__ in (ast.Tuple, ast.Dict, ast.NamedExpr):
            yield from ast.iter_child_nodes(node)


def _makers(module: Module) -> Iterator[ast.expr]:
    """What looks as if it made a lazy iterable."""
    words = LAST_WORDS
    generators = {getattr(owner, "name", "") for owner in map(module.index.function, module.index.of(ast.Yield, ast.YieldFrom))}
    generators |= {getattr(module.index.function(node), "name", "") for node in module.index.of(ast.Return) if _gives_lazy(node)}
    generators.discard("")
    aliases = _aliases(module)
    for node in module.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        func = node.func
        name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
        if name in words or name in generators or name in aliases:
            yield node
    yield from module.index.of(ast.GeneratorExp)  # type: ignore[misc]


def _gives_lazy(node: ast.AST) -> bool:
    """Whether a `return` gives what looks lazy."""
    value = getattr(node, "value", None)
    return isinstance(value, ast.GeneratorExp) or (isinstance(value, ast.Call) and last_word(value.func) in LAST_WORDS)


def _aliases(module: Module) -> set[str]:
    """Other names that an import gives to something lazy."""
    return {
        alias.asname
        for node in module.index.of(ast.ImportFrom)
        for alias in node.names  # type: ignore[attr-defined]
        if alias.asname and alias.name in LAST_WORDS
    }


def _names(node: ast.expr, module: Module) -> Iterator[str]:
    """The names that a value is bound to."""
    parent = module.index.parent(node)
    while isinstance(parent, (ast.IfExp, ast.BoolOp)):
        parent = module.index.parent(parent)
    if isinstance(parent, ast.Assign):
        yield from map(_name_of, parent.targets)
    elif isinstance(parent, (ast.AnnAssign, ast.NamedExpr)):
        yield _name_of(parent.target)
    elif isinstance(parent, ast.Tuple):
        assign = module.index.parent(parent)
        targets = assign.targets if isinstance(assign, ast.Assign) and assign.value is parent else []
        for target in targets:
            if isinstance(target, ast.Tuple):
                yield from map(_name_of, target.elts)


def _context(node: ast.expr, module: Module) -> bool:
    """Whether a node stands where texts are made, at a first look, which asks for no names."""
    parent = module.index.parent(node)
    if isinstance(parent, (ast.Tuple, ast.Dict, ast.keyword, ast.NamedExpr)):
        parent = module.index.parent(parent)
    if isinstance(parent, ast.Call):
        func = parent.func
        return func.id in ("str", "format") if isinstance(func, ast.Name) else isinstance(func, ast.Attribute) and func.attr in MAKES_TEXT
    return isinstance(parent, ast.FormattedValue) or (isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod))


def _shown(node: ast.expr, module: Module) -> Iterator[LazyText]:
    """The text that is made of a value, if there is one and the value is surely lazy."""
    if not _context(node, module):
        return
    parent = module.index.parent(node)
    where: ast.expr | None = None
    by = ""
    if isinstance(parent, ast.FormattedValue):
        if parent.conversion in (-1, ord("s")) and parent.format_spec is None:
            where, by = node, "the f-string"
    elif isinstance(parent, ast.Call) and node in parent.args:
        where, by = _in_call(node, parent, module)
    else:
        where, by = _in_template(node, parent, module)
    kind = kind_of(node, module) if where is not None else ""
    shows_itself = kind in ("range", "count", "repeat")
    if shows_itself and (isinstance(node, ast.Attribute) or _is_short(node, module)):
        return  # an object that tells what it holds; nothing that a list would show more of
    if isinstance(node, ast.Attribute) and kind and _is_set_by_text(node, module):
        return
    if where is not None and kind and not (shows_itself and by != "`str`" and _is_message(where, module)):
        yield LazyText(where, node, kind, by)


def _in_call(node: ast.expr, call: ast.Call, module: Module) -> tuple[ast.expr | None, str]:
    from flake8_pitfalls.facts.printing import Shown, pieces, report

    name = module.names.qualified(call.func) if isinstance(call.func, ast.Name) else ""
    if name in ("builtins.str", "builtins.format") and len(call.args) == 1 and not call.keywords:
        return (None, "") if _is_checked(call, module) else (call, f"`{name[9:]}`")
    if isinstance(call.func, ast.Attribute) and (call.func.attr == "format" or call.func.attr in LOGS):
        shown = pieces(call, module) if call.func.attr == "format" else report(call, module) if len(call.args) > 1 else None
        if any(
            isinstance(piece, Shown) and piece.node is node and piece.conversion == "s" and piece.spec in ("", "s") for piece in shown or ()
        ):
            return node, f"`{call.func.attr}`"
    return None, ""


def _in_template(node: ast.expr, parent: ast.AST | None, module: Module) -> tuple[ast.expr | None, str]:
    """An item of a tuple or dict behind `%`, or a named argument of `format`."""
    from flake8_pitfalls.facts.printing import Shown, pieces

    while isinstance(parent, (ast.Tuple, ast.Dict, ast.keyword)):
        parent = module.index.parent(parent)
    is_percent = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod)
    is_format = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr == "format"
    if isinstance(parent, ast.expr) and (is_percent or is_format):
        for piece in pieces(parent, module):
            if isinstance(piece, Shown) and piece.node is node and piece.conversion == "s" and piece.spec in ("", "s"):
                return node, "`%`" if is_percent else "`format`"
    return None, ""


def _is_checked(call: ast.Call, module: Module) -> bool:
    """Whether the text is compared with a text that is written out, as tests of such a text do."""
    parent = module.index.parent(call)
    others = [parent.left, *parent.comparators] if isinstance(parent, ast.Compare) else []
    if isinstance(parent, ast.Call) and last_word(parent.func).lower().startswith(("assert", "check", "eq", "expect", "test")):
        others = parent.args
    return any(isinstance(other, ast.Constant) and isinstance(other.value, str) for other in others)


def _is_set_by_text(node: ast.Attribute, module: Module) -> bool:
    """Whether an attribute of that name may also be set by its text, on an object of that class."""
    from flake8_pitfalls.facts.set_by_text import is_set_by_text
    from flake8_pitfalls.facts.values import Cls, Inst

    classes = module.project.classes
    owners = {value.of if isinstance(value, Inst) else value for value in module.values.of(node.value)}
    return not owners or any(not isinstance(cls, Cls) or is_set_by_text(node.attr, classes.order(cls), module) for cls in owners)


def _is_short(node: ast.expr, module: Module) -> bool:
    """Whether a value is a `range` of written numbers with no item or one."""
    made = module.origins.one(node)
    numbers = [folded(item) for item in made.args] if isinstance(made, ast.Call) else []
    if not numbers or not all(type(number) is int for number in numbers) or numbers[2:] == [0]:
        return False
    return len(numbers) <= 3 and not range(*numbers)[1:]


def _is_message(node: ast.expr, module: Module) -> bool:
    """Whether a text goes into an error or a log, where `range(0, 5)` reads as what it is."""
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.Raise, ast.Assert)):
            return True
        if isinstance(around, ast.Call) and isinstance(around.func, ast.Attribute) and around.func.attr in LOGS | {"fail"}:
            return True
        if isinstance(around, ast.stmt):
            return False
    return False


def kind_of(node: ast.expr, module: Module) -> str:
    """What kind of lazy iterable an expression surely is: `range`, `map`, `chain`, `generator`; "" if it may be anything else."""
    origins = module.origins.of(node)
    kinds = {_kind(origin.node, module) if not origin.path else "" for origin in origins or ()}
    return kinds.pop() if len(kinds) == 1 else "iterator" if kinds and "" not in kinds else ""


def _kind(node: ast.expr, module: Module) -> str:
    if isinstance(node, ast.GeneratorExp):
        return "generator"
    if not isinstance(node, ast.Call):
        return ""
    name = module.names.qualified(node.func)
    if name in LAZY:
        if name == "builtins.reversed" and not _plainly_reversed(node, module):
            return ""
        return "" if name in SHOWS_ITSELF and name != "builtins.range" and not node.args else name.rpartition(".")[2]
    from flake8_pitfalls.facts.values import Running, type_name

    found = module.values.of(node) if isinstance(node.func, (ast.Name, ast.Attribute)) else frozenset()
    if found and all(isinstance(value, Running) and value.kind == "generator" for value in found):
        return "generator"
    names = {type_name(value) for value in found}
    if len(names) == 1 and names <= LAZY - SHOWS_ITSELF - {"builtins.reversed"}:
        return names.pop().rpartition(".")[2]
    return "iterator" if names and names <= METHODS else ""


def _plainly_reversed(node: ast.Call, module: Module) -> bool:
    """Whether `reversed` gives an iterator: a class of this project may give anything by `__reversed__`."""
    from flake8_pitfalls.facts.values import Cls, Inst

    given = module.values.of(node.args[0]) if node.args else frozenset()
    return not any(isinstance(value, Inst) and isinstance(value.of, Cls) for value in given)
