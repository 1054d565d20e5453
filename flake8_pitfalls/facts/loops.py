"""Which library of coroutines runs a module's `async def`, where an `await` may stand, and whether one may let others in unnoticed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.index import COMPREHENSIONS, FUNCTIONS
from flake8_pitfalls.knowledge.offloading import LIBRARIES, OTHER_LOOPS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# Builtins and clocks that change nothing and read nothing that another task may change.
PURE = frozenset(
    f"builtins.{name}"
    for name in [
        "len",
        "str",
        "int",
        "float",
        "bool",
        "repr",
        "min",
        "max",
        "sum",
        "round",
        "abs",
        "range",
        "list",
        "dict",
        "tuple",
        "set",
        "sorted",
        "isinstance",
    ]
) | {f"time.{name}" for name in ("time", "monotonic", "perf_counter", "process_time")}
LOGS = frozenset(["debug", "info", "warning", "warn", "error", "exception", "critical", "log"])


class Library:
    """The library whose sleep and threads a module's coroutines can use; `is_only`: it imports this one and no other."""

    __slots__ = ("is_only", "name")

    def __init__(self, name: str, is_only: bool) -> None:
        self.name = name
        self.is_only = is_only


def library(module: Module) -> Library | None:
    """The library that runs a module's coroutines; None where that is not known.

    Of several, anyio works under both of the others; without any, asyncio is what most loops are, unless a module that imports this one
    says otherwise.
    """
    found = imported(module.index.of(ast.Import, ast.ImportFrom))
    if found & OTHER_LOOPS:
        return None
    known = found & LIBRARIES.keys()
    if len(known) == 1:
        return Library(known.pop(), True)
    if len(known) == 2 and "anyio" in known:
        return Library("anyio", False)
    if known:
        return None
    around = _around(module)
    return Library(around.pop() if around else "asyncio", False) if len(around) < 2 else None


def imported(nodes: list[ast.AST]) -> set[str]:
    """The top-level names of the modules that statements import."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def _around(module: Module) -> set[str]:
    """The libraries that modules which import this one import."""
    found: set[str] = set()
    if not module.path:
        return found
    for path in module.project.importers()[:20]:
        text = module.project.files.text(path) or ""
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        found |= imported(list(ast.walk(tree))) & LIBRARIES.keys()
    return found


def can_await(node: ast.AST, module: Module) -> bool:
    """Whether `await` may stand where a node does, and means there what it means outside."""
    index = module.index
    function = index.function(node)
    if not isinstance(function, (ast.AsyncFunctionDef, ast.Module)):
        return False
    inner: ast.AST = node
    comprehensions = 0
    for around in index.ancestors(node):
        if isinstance(around, COMPREHENSIONS):
            first = around.generators[0]
            if inner is not first or not _is_within(node, first.iter, index.parents):
                if isinstance(around, ast.GeneratorExp):
                    return False
                comprehensions += 1
        if isinstance(around, (*FUNCTIONS, ast.Module)) and around is function:
            break
        inner = around
    return comprehensions < 2  # nested ones may hold an `await` from Python 3.11 on


def _is_within(node: ast.AST, outer: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    while node is not outer:
        if node not in parents:
            return False
        node = parents[node]
    return True


def lets_nobody_in(call: ast.Call, module: Module) -> bool:
    """Whether an `await` in place of a call changes nothing but who runs meanwhile.

    It stands in no `finally`, `except` or `with`, and what can run after it in its function is awaits, returns, locals, print and logging.
    """
    index = module.index
    child: ast.AST = call
    statement = index.statement(call)
    if statement is None or not all(_is_harmless(part, call, module) for part in _own_parts(statement)):
        return False
    for around in index.ancestors(call):
        if isinstance(around, (*FUNCTIONS, ast.ClassDef)):
            return isinstance(around, ast.AsyncFunctionDef)
        if isinstance(around, (ast.With, ast.AsyncWith)) and child in around.body:
            return False
        if isinstance(child, ast.ExceptHandler) or child in getattr(around, "finalbody", ()):
            return False
        outer = around if isinstance(around, ast.stmt) and around is not statement else None
        if outer is not None and not all(_is_quiet(after, call, module) for after in _after(child, outer)):
            return False
        if isinstance(child, ast.stmt) and isinstance(around, ast.AsyncFunctionDef):
            return all(_is_quiet(after, call, module) for after in _following(child, around.body))
        child = around
    return False


def _after(child: ast.AST, around: ast.stmt) -> list[ast.AST]:
    """What of a statement can run after one of its parts."""
    found: list[ast.AST] = []
    is_loop = isinstance(around, (ast.For, ast.AsyncFor, ast.While))
    for field in ("body", "handlers", "orelse", "finalbody"):
        block = getattr(around, field, [])
        if child in block:
            found = [] if is_loop and field == "body" else found
            found += block if is_loop and field == "body" else _following(child, block)
        elif not isinstance(around, ast.If):
            found += block
    if isinstance(around, ast.While):
        found.append(around.test)
    return found


def _following(child: ast.AST, block: list[ast.stmt]) -> list[ast.AST]:
    return list(block[block.index(child) + 1 :]) if child in block else []


def _own_parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """The expressions of a statement, without the statements in it."""
    for part in ast.iter_child_nodes(statement):
        if isinstance(part, (ast.expr, ast.withitem)):
            yield part


def _is_quiet(node: ast.AST, call: ast.Call, module: Module) -> bool:
    """Whether a statement (or expression) that runs after the call touches nothing that others could have changed meanwhile."""
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.expr):
            if not _is_harmless(part, call, module):
                return False
        elif isinstance(
            part,
            (
                ast.Return,
                ast.Expr,
                ast.Pass,
                ast.Break,
                ast.Continue,
                ast.Assign,
                ast.AnnAssign,
                ast.AugAssign,
                ast.If,
                ast.For,
                ast.AsyncFor,
                ast.While,
                ast.Try,
                ast.ExceptHandler,
                ast.Raise,
                ast.Assert,
            ),
        ):
            stack.extend(ast.iter_child_nodes(part))
        elif not isinstance(part, (ast.expr_context, ast.operator)):
            return False
    return True


def _is_harmless(node: ast.AST, call: ast.Call, module: Module) -> bool:
    """Whether an expression only awaits, prints, logs, or deals with locals and constants."""
    stack = [node]
    while stack:
        part = stack.pop()
        if part is call:
            stack.extend(part.args)
        elif isinstance(part, (ast.Await, ast.Lambda, ast.Yield, ast.YieldFrom, ast.withitem)):
            if not isinstance(part, ast.Await):
                return False
        elif isinstance(part, ast.Call):
            if not _is_harmless_call(part, module):
                return False
            stack.extend([*part.args, *[keyword.value for keyword in part.keywords]])
        elif isinstance(part, ast.Name):
            if not _is_own(part, module):
                return False
        elif isinstance(part, (ast.Attribute, ast.Subscript)):
            if not isinstance(part.ctx, ast.Load) or (isinstance(part, ast.Attribute) and not _is_of_import(part, module)):
                return False
            if isinstance(part, ast.Subscript):
                stack.extend((part.value, part.slice))
        else:
            stack.extend(child for child in ast.iter_child_nodes(part) if isinstance(child, (ast.expr, ast.comprehension)))
    return True


def _is_harmless_call(node: ast.Call, module: Module) -> bool:
    qualified = module.names.qualified(node.func) or ""
    if qualified in PURE or qualified in ("builtins.print", "time.sleep") or qualified.startswith("logging."):
        return True
    return (
        isinstance(node.func, ast.Attribute)
        and node.func.attr in LOGS
        and isinstance(node.func.value, ast.Name)
        and "log" in node.func.value.id.lower()
    )


def _is_own(node: ast.Name, module: Module) -> bool:
    """Whether a name is a local, a builtin, or something that was imported."""
    scope = module.names.scope(node)
    deciding = module.names.deciding(node.id, scope)
    if deciding is None or not deciding.is_module:
        return deciding is None or not deciding.elsewhere.get(node.id)
    return isinstance(node.ctx, ast.Load) and all(binding.kind in ("import", "def", "class") for binding in module.names.bindings(node))


def _is_of_import(node: ast.Attribute, module: Module) -> bool:
    return module.names.qualified(node) is not None
