"""Attributes that are dropped, shown or tested as they stand, and whose names may be methods': few of a file's, found without its names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.knowledge.methods import NAMES, PREDICATES

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

LOGS = frozenset(["debug", "info", "warning", "warn", "error", "critical", "exception", "log"])
SHOWN_BY = LOGS | {"format"}
TESTS = (ast.If, ast.While, ast.IfExp, ast.Assert)
ASKING = (ast.Attribute, ast.UnaryOp, ast.BoolOp)
PLAIN_DECORATORS = frozenset(["staticmethod", "classmethod", "abstractmethod", "override", "final", "overload", "lru_cache", "cache"])


def bare_attributes(module: Module) -> Iterator[tuple[ast.Attribute, str]]:
    """Each with what becomes of it: "dropped", "text" or "test"."""
    methods = method_names(module)
    made: set[str] | None = None
    for node, how, shown_by in _candidates(module):
        if how != "dropped" and node.attr not in methods and node.attr not in (PREDICATES if how == "test" else NAMES):
            word = last_word(node.value) or _root(node.value)
            if not word or word == "self":
                continue
            made = imported_makes(module) if made is None else made
            if word not in made:
                continue
        elif how != "dropped" and node.attr not in methods and last_word(node.value) == "self" and node.attr not in PREDICATES:
            continue  # what a class inherits from elsewhere is seldom known
        if shown_by is None or _shows(shown_by, module):
            yield node, how


def method_names(module: Module) -> set[str]:
    """The names of the plain methods of the file's classes."""
    found: set[str] = set()
    for node in module.index.of(ast.ClassDef):
        for part in node.body:  # type: ignore[attr-defined]
            if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and all(_keeps(item) for item in part.decorator_list):
                found.add(part.name)
    return found


def _keeps(node: ast.expr) -> bool:
    node = node.func if isinstance(node, ast.Call) else node
    word = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return word in PLAIN_DECORATORS


def imported_makes(module: Module) -> set[str]:
    """The names and attributes that may stand for an object of a class of the project's other modules.

    They are imported, given what something imported gives, or annotated with something imported.
    """
    imported = _imported(module)
    if not imported:
        return imported
    index, found = module.index, set(imported)
    for node in index.of(ast.Assign):
        if _root(node.value) in imported:  # type: ignore[attr-defined]
            found |= {last_word(target) for target in node.targets}  # type: ignore[attr-defined]
    for node in index.of(ast.AnnAssign):
        if _mentions(node.annotation, imported) or _root(node.value) in imported:  # type: ignore[attr-defined]
            found.add(last_word(node.target))  # type: ignore[attr-defined]
    for node in index.of(ast.arg):
        if node.annotation is not None and _mentions(node.annotation, imported):  # type: ignore[attr-defined]
            found.add(node.arg)  # type: ignore[attr-defined]
    for node in index.of(ast.withitem):
        if node.optional_vars is not None and _root(node.context_expr) in imported:  # type: ignore[attr-defined]
            found.add(last_word(node.optional_vars))  # type: ignore[attr-defined]
    for kind in (ast.For, ast.comprehension):
        for node in index.of(kind):
            if _root(node.iter) in found:  # type: ignore[attr-defined]
                found |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}  # type: ignore[attr-defined]
    return found


def _imported(module: Module) -> set[str]:
    """The names that the file imports from the project's other modules."""
    found: set[str] = set()
    find = module.finder.find
    for node in module.index.of(ast.ImportFrom):
        if node.level or find((node.module or "").partition(".")[0]) is not None:  # type: ignore[attr-defined]
            found |= {alias.asname or alias.name for alias in node.names}  # type: ignore[attr-defined]
    for node in module.index.of(ast.Import):
        for alias in node.names:  # type: ignore[attr-defined]
            if find(alias.name.partition(".")[0]) is not None:
                found.add((alias.asname or alias.name).partition(".")[0])
    return found


def _root(node: ast.AST | None) -> str:
    """The name that a chain of attributes, calls, items and lists begins with."""
    while True:
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await, ast.Starred)):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, (ast.List, ast.Tuple, ast.Set)) and node.elts:
            node = node.elts[0]
        elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
            node = node.elt
        else:
            return node.id if isinstance(node, ast.Name) else ""


def _mentions(annotation: ast.expr, names: set[str]) -> bool:
    """Whether an annotation, also one in quotes, holds one of these names."""
    for part in ast.walk(annotation):
        if isinstance(part, ast.Name) and part.id in names:
            return True
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and any(name in part.value for name in names):
            return True
    return False


def _candidates(module: Module) -> Iterator[tuple[ast.Attribute, str, ast.Call | None]]:
    """Each with the call that may show it, where there is one: whether it does is asked last."""
    index, bare = module.index, ast.Attribute
    for node in index.of(ast.Expr):
        if node.value.__class__ is bare:  # type: ignore[attr-defined]
            yield node.value, "dropped", None  # type: ignore[attr-defined]
    for call in index.of(ast.Call):
        function = call.func  # type: ignore[attr-defined]
        if function.__class__ is bare:
            if function.attr not in SHOWN_BY:
                continue
        elif function.__class__ is not ast.Name or function.id not in ("print", "str"):
            continue
        yield from ((item, "text", call) for item in call.args if item.__class__ is bare)  # type: ignore[attr-defined,misc]
    for node in index.of(ast.FormattedValue):
        if node.value.__class__ is bare and node.conversion != 114:  # type: ignore[attr-defined]  # `!r` means it
            yield node.value, "text", None  # type: ignore[attr-defined]
    for node in index.of(ast.BinOp):
        if node.op.__class__ is ast.Mod:  # type: ignore[attr-defined]
            yield from ((item, "text", None) for item in formatted(node))  # type: ignore[arg-type]
    for kind in TESTS:
        for node in index.of(kind):
            test = node.test  # type: ignore[attr-defined]
            if test.__class__ in ASKING:
                yield from ((item, "test", None) for item in tested(test))
    for node in index.of(ast.comprehension):
        for test in node.ifs:  # type: ignore[attr-defined]
            if test.__class__ in ASKING:
                yield from ((item, "test", None) for item in tested(test))


def formatted(node: ast.BinOp) -> list[ast.Attribute]:
    """What stands behind the `%` of a text that is written out."""
    if not isinstance(node.left, ast.Constant) or not isinstance(node.left.value, str) or "%r" in node.left.value:
        return []
    given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
    return [item for item in given if isinstance(item, ast.Attribute)]


def tested(node: ast.expr) -> Iterator[ast.Attribute]:
    """The attributes that a test asks for their truth."""
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.Attribute):
            yield part
        elif isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            stack.append(part.operand)
        elif isinstance(part, ast.BoolOp):
            stack.extend(reversed(part.values))


def _shows(call: ast.Call, module: Module) -> bool:
    """Whether a call shows its arguments to a reader: `print`, `str`, logging, `"…".format`."""
    from flake8_pitfalls.facts.uncalled import is_showing

    first = call.args[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str) and "%r" in first.value:
        return False
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant):
        return call.func.attr == "format" and isinstance(call.func.value.value, str) and "!r" not in call.func.value.value
    return is_showing(call, module)
