"""Attributes that are dropped, shown or tested as they stand, and whose names may be methods': few of a file's, found without its names."""

from __future__ import annotations

import ast
import sys
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
    for node, how in _candidates(module):
        if node.attr not in methods and node.attr not in (PREDICATES if how == "test" else NAMES):
            word = last_word(node.value)
            if not word or word == "self" or how == "test":
                continue
            made = imported_makes(module) if made is None else made
            if word not in made:
                continue
        elif node.attr not in methods and isinstance(node.value, ast.Name) and node.value.id == "self" and node.attr not in PREDICATES:
            continue  # what a class inherits from elsewhere is seldom known
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
    """The names and attributes that are given an object of a class which comes from no module of the standard library."""
    classes: set[str] = set()
    for node in module.index.of(ast.ImportFrom):
        if node.level or (node.module or "").partition(".")[0] not in sys.stdlib_module_names:  # type: ignore[attr-defined]
            classes |= {alias.asname or alias.name for alias in node.names}  # type: ignore[attr-defined]
    for node in module.index.of(ast.Import):
        classes |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}  # type: ignore[attr-defined]
    found: set[str] = set()
    for node in module.index.of(ast.Assign):
        maker: ast.AST | None = node.value.func if isinstance(node.value, ast.Call) else None  # type: ignore[attr-defined]
        while isinstance(maker, ast.Attribute):
            maker = maker.value
        if isinstance(maker, ast.Name) and maker.id in classes:
            found |= {last_word(target) for target in node.targets}  # type: ignore[attr-defined]
    return found


def _candidates(module: Module) -> Iterator[tuple[ast.Attribute, str]]:
    index, bare = module.index, ast.Attribute
    for node in index.of(ast.Expr):
        if node.value.__class__ is bare:  # type: ignore[attr-defined]
            yield node.value, "dropped"  # type: ignore[attr-defined]
    for call in index.of(ast.Call):
        function = call.func  # type: ignore[attr-defined]
        if function.__class__ is bare:
            if function.attr not in SHOWN_BY:
                continue
        elif function.__class__ is not ast.Name or function.id not in ("print", "str"):
            continue
        given = [item for item in call.args if item.__class__ is bare]  # type: ignore[attr-defined]
        if given and _shows(call, module):  # type: ignore[arg-type]
            yield from ((item, "text") for item in given)
    for node in index.of(ast.FormattedValue):
        if node.value.__class__ is bare and node.conversion != 114:  # type: ignore[attr-defined]  # `!r` means it
            yield node.value, "text"  # type: ignore[attr-defined]
    for node in index.of(ast.BinOp):
        if node.op.__class__ is ast.Mod:  # type: ignore[attr-defined]
            yield from ((item, "text") for item in formatted(node))  # type: ignore[arg-type]
    for kind in TESTS:
        for node in index.of(kind):
            test = node.test  # type: ignore[attr-defined]
            if test.__class__ in ASKING:
                yield from ((item, "test") for item in tested(test))
    for node in index.of(ast.comprehension):
        for test in node.ifs:  # type: ignore[attr-defined]
            if test.__class__ in ASKING:
                yield from ((item, "test") for item in tested(test))


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
