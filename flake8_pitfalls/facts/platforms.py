"""Whether code can run on Windows: tests of the platform, of a name's presence, and ways out before it are read as Windows would."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.situations import BLOCKS, UNSURE, Truth, combined, keeps_out, leaves, left_before, opposite
from flake8_pitfalls.knowledge.posix import MODULES, ON_WINDOWS, POSIX_ONLY

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# A name from elsewhere that speaks of a platform: what it holds is not known, but that the author thought of it is.
SPEAKS = re.compile(r"(?i)(?:^|_)(?:is_?)?(?:(?:ms)?win(?:dows|32)?|nt|posix|unix|linux|darwin|mac(?:os)?|bsd|jython|cygwin)(?:_|$)")
SKIPS = re.compile(r"(?i)platform|skip|unix|posix|linux|windows|win32|requires?|needs?|only|hasattr")
MISSING = frozenset(
    ("AttributeError", "NameError", "ImportError", "ModuleNotFoundError", "Exception", "BaseException", "NotImplementedError")
)
DEPTH = 12


def on_windows(test: ast.expr, module: Module, depth: int = 0) -> Truth:
    """How a test comes out on Windows; UNSURE if it asks about platforms in a way that is not understood, None if about something else."""
    if depth > DEPTH:
        return None
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return opposite(on_windows(test.operand, module, depth + 1))
    if isinstance(test, ast.BoolOp):
        return combined([on_windows(value, module, depth + 1) for value in test.values], isinstance(test.op, ast.Or))
    if isinstance(test, ast.Compare):
        return _compared(test, module)
    if isinstance(test, ast.Call):
        return _called(test, module, depth)
    if isinstance(test, ast.NamedExpr):
        return on_windows(test.value, module, depth + 1)
    if isinstance(test, (ast.Name, ast.Attribute)):
        return _named(test, module, depth)
    return UNSURE if _asks(test, module) else None


def _named(test: ast.Name | ast.Attribute, module: Module, depth: int) -> Truth:
    """A flag, or a module that is None where it cannot be imported."""
    if is_missing_module(test, module):
        return False
    binding = module.names.only(test) if isinstance(test, ast.Name) else None
    is_bound_once = binding is not None and binding.kind == "assign" and not binding.path
    made = binding.value if binding is not None and is_bound_once else module.origins.one(test)
    if made is not None and made is not test and not isinstance(made, ast.Constant):
        found = on_windows(made, module, depth + 1)
        if found is not None:
            return found
    name = test.id if isinstance(test, ast.Name) else test.attr
    return UNSURE if SPEAKS.search(name) else None


def is_missing_module(node: ast.expr, module: Module) -> bool:
    """Whether a name stands for a module that Windows lacks, or for None where its import failed."""
    if not isinstance(node, ast.Name):
        return False
    return any(binding.kind == "import" and binding.qualified in MODULES for binding in module.names.bindings(node))


def _compared(test: ast.Compare, module: Module) -> Truth:
    """`sys.platform == "win32"`, `os.name in ("posix", "java")`, `sys.platform[:3] != "win"`."""
    left, right = test.left, test.comparators[0]
    if isinstance(right, ast.Constant) and right.value is None and len(test.ops) == 1:
        absent = is_missing_module(left, module) or (isinstance(left, ast.Call) and _called(left, module) is False)
        if absent and isinstance(test.ops[0], (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)):
            return isinstance(test.ops[0], (ast.Is, ast.Eq))
    given = _known(left, module)
    if given is None and _known(right, module) is not None:
        left, right, given = right, left, _known(right, module)
    if given is None or len(test.ops) > 1:
        return UNSURE if _asks(test, module) else None
    other = _constant(right, module)
    if other is None:
        return UNSURE
    op = test.ops[0]
    if isinstance(op, (ast.Eq, ast.Is)):
        return bool(given == other)
    if isinstance(op, (ast.NotEq, ast.IsNot)):
        return bool(given != other)
    if isinstance(op, (ast.In, ast.NotIn)):
        try:
            inside = given in other if left is test.left else other in given
        except TypeError:
            return UNSURE
        return inside is isinstance(op, ast.In)
    return UNSURE


def _known(node: ast.expr, module: Module) -> Any:
    """What an expression about the platform is on Windows; None for any other."""
    if isinstance(node, ast.Subscript):
        whole = _known(node.value, module)
        if (
            isinstance(whole, str)
            and isinstance(node.slice, ast.Slice)
            and node.slice.lower is None
            and isinstance(node.slice.upper, ast.Constant)
        ):
            return whole[: node.slice.upper.value] if isinstance(node.slice.upper.value, int) else None
        return None
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("lower", "upper", "casefold") and not node.args:
            whole = _known(node.func.value, module)
            return getattr(whole, node.func.attr)() if isinstance(whole, str) else None
        name = module.names.qualified(node.func)
        return ON_WINDOWS.get(name) if name == "platform.system" else None
    if isinstance(node, (ast.Name, ast.Attribute)):
        name = module.names.qualified(node)
        if name in ON_WINDOWS and name != "platform.system":
            return ON_WINDOWS[name]
        made = module.origins.one(node)
        if made is not None and made is not node:
            return _known(made, module) if not isinstance(made, ast.Name) else None
    return None


def _constant(node: ast.expr, module: Module) -> Any:
    made = module.origins.one(node) if isinstance(node, (ast.Name, ast.Attribute)) else node
    try:
        return ast.literal_eval(made) if made is not None else None
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _called(test: ast.Call, module: Module, depth: int = 0) -> Truth:
    func = test.func
    binding = module.names.only(func) if isinstance(func, ast.Name) else None
    if binding is not None and isinstance(binding.node, ast.FunctionDef):
        body = [node for node in binding.node.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
        if len(body) == 1 and isinstance(body[0], ast.Return) and body[0].value is not None:
            return on_windows(body[0].value, module, depth + 1)
        return UNSURE if _asks(binding.node, module) else None
    if isinstance(func, ast.Attribute) and func.attr in ("startswith", "endswith") and len(test.args) == 1:
        given, other = _known(func.value, module), _constant(test.args[0], module)
        if isinstance(given, str) and isinstance(other, (str, tuple)):
            return bool(getattr(given, func.attr)(other))
    name = module.names.qualified(func)
    if name in ("builtins.hasattr", "builtins.getattr") and len(test.args) >= 2:
        owner, attribute = module.names.qualified(test.args[0]), _constant(test.args[1], module)
        return (
            False if owner is not None and f"{owner}.{attribute}" in POSIX_ONLY else UNSURE if owner in ("os", "signal", "time") else None
        )
    if name in ("builtins.bool", "builtins.callable") and len(test.args) == 1 and not test.keywords:
        return on_windows(test.args[0], module, depth + 1)
    called = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
    return UNSURE if SPEAKS.search(called) or _asks(test, module) else None


def _asks(node: ast.AST, module: Module) -> bool:
    """Whether an expression has to do with platforms anywhere."""
    for part in ast.walk(node):
        if isinstance(part, (ast.Name, ast.Attribute)):
            name = module.names.qualified(part)
            if name in ON_WINDOWS or (name or "").startswith("platform."):
                return True
            if SPEAKS.search(part.id if isinstance(part, ast.Name) else part.attr):
                return True
        if isinstance(part, ast.Call) and module.names.qualified(part.func) == "builtins.hasattr":
            return True
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and f"os.{part.value}" in POSIX_ONLY:  # `"fork" in dir(os)`
            return True
    return False


# Where code stands


def is_kept_from_windows(node: ast.AST, module: Module, depth: int = 0) -> bool:
    """Whether something around a node, or before it, keeps Windows away or catches that the name is missing."""
    child = node
    for around in module.index.ancestors(node):
        if _keeps(around, child, module) or _left_before(around, child, module):
            return True
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and any(
            _is_skip(item, module) for item in around.decorator_list if item is not child
        ):
            return True
        if isinstance(around, ast.ClassDef) and "skip" in module.names.scope_of_body(around).bindings:
            return True  # trial's way to leave a class of tests out
        if isinstance(around, ast.ClassDef) and SPEAKS.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", around.name)):
            return True
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)) and depth < 3 and _is_called_elsewhere_only(around, module, depth):
            return True
        child = around
    return False


def _keeps(around: ast.AST, child: ast.AST, module: Module) -> bool:
    """Whether a node that decides what runs lets its part `child` not run on Windows."""
    if keeps_out(around, child, lambda test: on_windows(test, module)):
        return True
    if isinstance(around, ast.Try) or around.__class__.__name__ == "TryStar":
        return child in around.body and any(_catches_missing(handler) for handler in around.handlers)  # type: ignore[attr-defined]
    if isinstance(around, (ast.With, ast.AsyncWith)):
        return child in around.body and any(_suppresses(item.context_expr, module) for item in around.items)
    if isinstance(around, ast.match_case):
        match = module.index.parent(around)
        return isinstance(match, ast.Match) and _asks(match.subject, module)
    return False


def _catches_missing(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any((item.id if isinstance(item, ast.Name) else getattr(item, "attr", "")) in MISSING for item in types)


def _suppresses(node: ast.expr, module: Module) -> bool:
    if not isinstance(node, ast.Call) or module.names.qualified(node.func) not in ("contextlib.suppress", "pytest.raises"):
        return False
    return any((item.id if isinstance(item, ast.Name) else getattr(item, "attr", "")) in MISSING for item in node.args)


def _left_before(around: ast.AST, child: ast.AST, module: Module) -> bool:
    """Whether a statement before `child` in the same block leaves on Windows: `if sys.platform == "win32": return`, an `assert`."""
    if left_before(around, child, lambda test: on_windows(test, module), module):
        return True
    blocks = [block for block in (getattr(around, field, None) for field in BLOCKS) if isinstance(block, list) and child in block]
    return any(isinstance(before, ast.Try) and _needs_posix(before, module) for block in blocks for before in block[: block.index(child)])


def _needs_posix(node: ast.Try, module: Module) -> bool:
    """`try: os.fork` (or an import of a POSIX module) whose handler leaves."""
    return any(_catches_missing(handler) and leaves(handler.body, module) for handler in node.handlers) and any(
        isinstance(part, (ast.Import, ast.ImportFrom)) or (isinstance(part, ast.Attribute) and module.names.qualified(part) in POSIX_ONLY)
        for item in node.body
        for part in ast.walk(item)
    )


def _is_skip(decorator: ast.expr, module: Module) -> bool:
    """Whether a decorator keeps a function or class from some platforms: `@skipIf(sys.platform == "win32")`, `@requires_fork`."""
    for part in ast.walk(decorator):
        name = part.id if isinstance(part, ast.Name) else part.attr if isinstance(part, ast.Attribute) else ""
        if name and (SKIPS.search(name) or SPEAKS.search(name)):
            return True
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and SKIPS.search(part.value):
            return True
    return False


def _is_called_elsewhere_only(function: ast.FunctionDef | ast.AsyncFunctionDef, module: Module, depth: int) -> bool:
    """Whether every call of a function stands where Windows does not come."""
    calls = module.origins.calls_of(function)
    return bool(calls) and all(is_kept_from_windows(call, module, depth + 1) for call in calls or ())


def posix_only_uses(module: Module, is_ours: Callable[[str], bool]) -> Iterator[tuple[ast.AST, str]]:
    """The places where a name that Windows lacks is looked up: `os.getuid`, `from os import getuid`."""
    for node in module.index.of(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        if isinstance(node.ctx, ast.Load) and is_ours(node.attr) and isinstance(node.value, ast.Name):
            name = module.names.qualified(node)
            if name in POSIX_ONLY and name not in module.values.view.patched:
                yield node, name
    for statement in module.index.of(ast.ImportFrom):
        assert isinstance(statement, ast.ImportFrom)
        if statement.module in ("os", "signal", "time") and not statement.level:
            for alias in statement.names:
                if f"{statement.module}.{alias.name}" in POSIX_ONLY:
                    yield alias, f"{statement.module}.{alias.name}"
