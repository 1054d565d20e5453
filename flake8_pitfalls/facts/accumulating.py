"""Loops that fill an empty container, one item a turn: what a comprehension says in one expression, and when it is the same.

The same means: nothing can see the container half full, nothing reads the loop's variables afterwards, and each part is evaluated as
often and in the same order.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.blocks import before, looks_at_names, only
from flake8_pitfalls.facts.index import FUNCTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Scope

ADDS = {"append": "list", "add": "set"}
# What sees names, yields to others, or looks at the frame that it runs in.
REFUSED = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr, ast.Lambda)
FRAME_LOOKERS = frozenset(["locals", "globals", "vars", "dir", "eval", "exec", "super"])
EAGER = frozenset(["sum", "any", "all", "min", "max", "list", "tuple", "set", "frozenset", "sorted", "dict"])


class Filled(NamedTuple):
    """A container and the loop that fills it. `key` is None but for a dict; `test` is the one `if`."""

    kind: str
    name: str
    start: ast.Assign | ast.AnnAssign
    loop: ast.For | ast.AsyncFor
    key: ast.expr | None
    value: ast.expr
    test: ast.expr | None


def filled(loop: ast.For | ast.AsyncFor, module: Module) -> Filled | None:
    """The container that a loop does nothing but fill, where a comprehension would be the same."""
    found = _shape(loop, module)
    if found is None or not _is_local(found, module):
        return None
    parts = [part for part in (found.key, found.value, found.test) if part is not None]
    if any(_is_refused(part, found.name, module) for part in (*parts, loop.iter)):
        return None
    if found.key is not None and _runs_code(found.key) and _runs_code(found.value):
        return None  # `d[k()] = v()` calls v first, a comprehension k
    if not _targets_are_dead(found, module) or _may_be_seen_half_full(found, module):
        return None
    return found


def _shape(loop: ast.For | ast.AsyncFor, module: Module) -> Filled | None:
    """`x = []` right before, one statement in the body, perhaps under one `if`."""
    statement, test = only(loop.body), None
    if isinstance(statement, ast.If) and not statement.orelse:
        test, statement = statement.test, only(statement.body)
    put = _put(statement) if statement is not None and not loop.orelse else None
    start = before(loop, module)
    if put is None or not isinstance(start, (ast.Assign, ast.AnnAssign)):
        return None
    name, kind, key, value = put
    target = start.targets[0] if isinstance(start, ast.Assign) and len(start.targets) == 1 else getattr(start, "target", None)
    if not isinstance(target, ast.Name) or target.id != name or start.value is None or empty(start.value, module) != kind:
        return None
    return Filled(kind, name, start, loop, key, value, test)


def _put(statement: ast.stmt) -> tuple[str, str, ast.expr | None, ast.expr] | None:
    """What one statement puts into a named container: (name, kind, key, value)."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and not isinstance(target.slice, ast.Slice):
            return target.value.id, "dict", target.slice, statement.value
        return None
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
        return None
    if call.func.attr not in ADDS or call.keywords or len(call.args) != 1 or isinstance(call.args[0], ast.Starred):
        return None
    return call.func.value.id, ADDS[call.func.attr], None, call.args[0]


def empty(node: ast.expr, module: Module) -> str:
    """The kind of container that an expression makes without items; "" where it does not."""
    if isinstance(node, ast.List) and not node.elts:
        return "list"
    if isinstance(node, ast.Dict) and not node.keys:
        return "dict"
    if isinstance(node, ast.Call) and not node.args and not node.keywords and isinstance(node.func, ast.Name):
        name = module.names.qualified(node.func) or ""
        return name[9:] if name in ("builtins.list", "builtins.set", "builtins.dict") else ""
    return ""


def _is_local(found: Filled, module: Module) -> bool:
    """Whether only this scope can see the container: a function's own name, no closure, no `global`."""
    names = module.names
    target = found.start.targets[0] if isinstance(found.start, ast.Assign) else found.start.target
    scope = names.scope(target)
    if scope.is_class or found.name in scope.outer or scope.elsewhere.get(found.name) or names.deciding(found.name, scope) is not scope:
        return False
    if scope.is_module:
        return _is_quiet(found, module)
    return all(names.scope(use) is scope or _is_inner_comprehension(use, scope, module) for use in module.origins.loads(found.name, scope))


def _is_inner_comprehension(use: ast.Name, scope: Scope, module: Module) -> bool:
    """Whether a use stands in a comprehension of the same function, which runs where it is written."""
    inner: Scope | None = module.names.scope(use)
    while inner is not None and inner.is_comprehension and not isinstance(inner.node, ast.GeneratorExp):
        inner = inner.parent
    return inner is scope


def _is_quiet(found: Filled, module: Module) -> bool:
    """Whether a module's loop runs no function of this project, which could see the module's names."""
    for part in (found.key, found.value, found.test, found.loop.iter):
        for node in ast.walk(part) if part is not None else ():
            if isinstance(node, ast.Call) and not (module.names.qualified(node.func) or "").startswith("builtins."):
                return False
    return True


def _is_refused(part: ast.expr, name: str, module: Module) -> bool:
    """Whether a part reads the container, sees the frame that it runs in, or may run later than the loop's turn."""
    for node in ast.walk(part):
        if isinstance(node, REFUSED):
            return True
        if isinstance(node, ast.Name) and (node.id == name or node.id in FRAME_LOOKERS or node.id == "__class__"):
            return True
        if isinstance(node, ast.GeneratorExp) and not _is_eaten(node, module):
            return True
        if isinstance(node, ast.comprehension) and node.is_async:
            return True
    return False


def _is_eaten(node: ast.GeneratorExp, module: Module) -> bool:
    """Whether a generator is used up where it is written."""
    call = module.index.parent(node)
    if not isinstance(call, ast.Call) or node not in call.args:
        return False
    if isinstance(call.func, ast.Attribute):
        return call.func.attr == "join" and isinstance(call.func.value, ast.Constant)
    return isinstance(call.func, ast.Name) and call.func.id in EAGER and module.names.qualified(call.func) == f"builtins.{call.func.id}"


def keeps_order(found: Filled, module: Module) -> bool:
    """Whether the order in which the parts of an item are evaluated is of no account: a dict's value comes before its key in a loop."""
    if found.key is None or (_is_still(found.key) and _is_still(found.value)):
        return True
    return _stays(found.key, module) or _stays(found.value, module)


def _stays(node: ast.expr, module: Module) -> bool:
    """Whether an expression is of names and constants only, and nothing but the code around it binds its names: no call changes it."""
    if not _is_still(node):
        return False
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            scope = module.names.deciding(part.id, module.names.scope(part))
            if scope is None or scope.elsewhere.get(part.id):
                return False
    return True


def _is_still(node: ast.expr) -> bool:
    """Whether evaluating an expression does nothing: names and constants; an attribute may be a property."""
    return all(isinstance(part, (ast.Name, ast.Constant, ast.Tuple, ast.expr_context)) for part in ast.walk(node))


def _runs_code(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Call) for part in ast.walk(node))


def _targets_are_dead(found: Filled, module: Module) -> bool:
    """Whether nothing reads the loop's variables when the loop is over, and they are plain names of this scope."""
    names, inside = module.names, set(ast.walk(found.loop))
    for part in ast.walk(found.loop.target):
        if isinstance(part, (ast.Attribute, ast.Subscript)):
            return False
        if not isinstance(part, ast.Name):
            continue
        scope = names.deciding(part.id, names.scope(part))
        if (
            scope is None
            or scope is not names.scope(part)
            or scope.elsewhere.get(part.id)
            or part.id in scope.outer
            or part.id == found.name
            or (not scope.is_module and looks_at_names(scope.node, module))
        ):
            return False
        for use in module.origins.loads(part.id, scope):
            if use in inside:
                continue
            if scope.is_module or names.scope(use) is not scope or any(binding.node is part for binding in names.bindings(use)):
                return False
        if any(binding.kind == "del" for binding in scope.bindings.get(part.id, ())) or _is_shared_later(part.id, scope, module):
            return False
    return True


def _is_shared_later(name: str, scope: Scope, module: Module) -> bool:
    """Whether a module's loop variable is a name that others are meant to see."""
    if not scope.is_module:
        return False
    return name in (module.project.own.local.all_names or ()) or len(scope.bindings.get(name, ())) > 1


def _may_be_seen_half_full(found: Filled, module: Module) -> bool:
    """Whether an exception in the loop may be caught where the container is seen: a `try` around, a `with` that may swallow it."""
    child: ast.AST = found.loop
    for around in module.index.ancestors(found.loop):
        if isinstance(around, (*FUNCTIONS, ast.ClassDef)):
            return False
        is_try = isinstance(around, ast.Try) or around.__class__.__name__ == "TryStar"
        if is_try and (child in around.body or around.finalbody):  # type: ignore[attr-defined]
            return True
        if isinstance(around, (ast.With, ast.AsyncWith)) and not all(_lets_pass(item.context_expr, module) for item in around.items):
            end = around.end_lineno or around.lineno
            scope = module.names.scope(found.loop)
            if any(use.lineno > end for use in module.origins.loads(found.name, scope)):
                return True
        child = around
    return False


LETS_PASS = frozenset(
    [
        "builtins.open",
        "io.open",
        "threading.Lock",
        "threading.RLock",
        "tempfile.TemporaryDirectory",
        "tempfile.NamedTemporaryFile",
        "zipfile.ZipFile",
        "tarfile.open",
        "gzip.open",
        "bz2.open",
        "lzma.open",
        "os.scandir",
        "concurrent.futures.ThreadPoolExecutor",
        "concurrent.futures.ProcessPoolExecutor",
    ]
)


def _lets_pass(node: ast.expr, module: Module) -> bool:
    """Whether a context manager is one of those known to swallow no exception."""
    if not isinstance(node, ast.Call):
        return False
    if module.names.qualified(node.func) in LETS_PASS:
        return True
    return isinstance(node.func, ast.Attribute) and node.func.attr == "open" and not node.keywords
