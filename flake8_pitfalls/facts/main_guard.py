"""What runs when a module is imported, and what only in the main program: tests are read as they come out in a child process.

Under `spawn` a child imports its parent's main module under the name `__mp_main__`, in a process that is not called `MainProcess`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.situations import UNSURE, Truth, combined, keeps_out, left_before, opposite

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

IN_CHILD = "__mp_main__"
PROCESS_OF_CHILD = "SpawnProcess-1"
SPEAKING_NAMES = frozenset(("__name__", "__spec__", "current_process", "get_start_method"))
SPEAKING_TEXTS = frozenset(("__main__", "__mp_main__", "MainProcess"))
DEPTH = 12


class Unknown:
    """The type of `UNKNOWN`: a value that nothing tells."""


UNKNOWN = Unknown()


def runs_at_import(node: ast.AST, module: Module) -> bool:
    """Whether a node runs whenever its module is imported, a child process importing its parent's main module included."""
    around = module.index.function(node)
    while isinstance(around, ast.ClassDef):
        around = module.index.function(around)
    return isinstance(around, ast.Module) and not is_guarded(node, module)


def is_guarded(node: ast.AST, module: Module) -> bool:
    """Whether only the main program gets to a node within its function or module, or may do so by a test that is not understood.

    `parent_process() is None` is no such guard: it holds in a child, too, while that imports the main module (measured on 3.8 to 3.13).
    """

    def answer(test: ast.expr) -> Truth:
        return in_child(test, module)

    child = node
    for around in module.index.ancestors(node):
        if keeps_out(around, child, answer) or left_before(around, child, answer, module):
            return True
        asked = around.subject if isinstance(around, ast.Match) else around.iter if isinstance(around, ast.For) else None
        if asked is not None and child is not asked and _speaks(asked):
            return True
        if isinstance(around, FUNCTIONS):
            return False
        child = around
    return False


def in_child(test: ast.expr, module: Module, depth: int = 0) -> Truth:
    """How a test comes out in a spawned child that imports the module; UNSURE where it asks in a way that is not understood."""
    if depth > DEPTH:
        return None
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return opposite(in_child(test.operand, module, depth + 1))
    if isinstance(test, ast.BoolOp):
        return combined([in_child(value, module, depth + 1) for value in test.values], isinstance(test.op, ast.Or))
    if isinstance(test, ast.NamedExpr):
        return in_child(test.value, module, depth + 1)
    if isinstance(test, ast.Name):
        binding = module.names.only(test)
        if binding is not None and binding.kind == "assign" and binding.value is not None and not binding.path:
            return in_child(binding.value, module, depth + 1)
        return None
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Name):
        given = _returned(test.func, module)
        if given is not None:
            return in_child(given, module, depth + 1)
    found = _value(test, module)
    return bool(found) if isinstance(found, bool) else UNSURE if _speaks(test) else None


def _returned(name: ast.Name, module: Module) -> ast.expr | None:
    """What a function of this module gives at its end."""
    binding = module.names.only(name)
    last = binding.node.body[-1] if binding is not None and binding.kind == "def" else None  # type: ignore[attr-defined]
    return last.value if isinstance(last, ast.Return) else None


def _value(node: ast.expr, module: Module, depth: int = 0) -> Any:
    """What an expression about a module's or a process's name gives in the child, UNKNOWN where nothing tells."""
    if depth > DEPTH:
        return UNKNOWN
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _compared(node.ops[0], _value(node.left, module, depth + 1), _value(node.comparators[0], module, depth + 1))
    if isinstance(node, ast.Name):
        if node.id == "__name__":
            return IN_CHILD
        binding = module.names.only(node)
        made = binding.value if binding is not None and binding.kind == "assign" and not binding.path else None
        return _value(made, module, depth + 1) if isinstance(made, (ast.Name, ast.Constant, ast.NamedExpr)) else UNKNOWN
    if isinstance(node, ast.NamedExpr):
        return _value(node.value, module, depth + 1)
    if isinstance(node, ast.Attribute) and node.attr == "name" and isinstance(node.value, ast.Call):
        return PROCESS_OF_CHILD if (module.names.qualified(node.value.func) or "").endswith("current_process") else UNKNOWN
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("startswith", "endswith"):
        part = _value(node.args[0], module, depth + 1) if len(node.args) == 1 else UNKNOWN
        whole = _value(node.func.value, module, depth + 1)
        return getattr(whole, node.func.attr)(part) if isinstance(whole, str) and isinstance(part, (str, tuple)) else UNKNOWN
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return UNKNOWN


def _compared(op: ast.cmpop, left: Any, right: Any) -> Any:
    if isinstance(left, Unknown) or isinstance(right, Unknown) or not (isinstance(left, str) or isinstance(right, str)):
        return UNKNOWN
    if isinstance(op, (ast.Eq, ast.NotEq)):
        return (left == right) is isinstance(op, ast.Eq)
    if isinstance(op, (ast.In, ast.NotIn)) and isinstance(right, (str, tuple, list, set, dict)):
        return (left in right) is isinstance(op, ast.In) if isinstance(left, str) else UNKNOWN
    return UNKNOWN


def _speaks(test: ast.expr) -> bool:
    """Whether an expression has to do with how a process was started: whoever asks that knows of `spawn`."""
    for part in ast.walk(test):
        if isinstance(part, (ast.Name, ast.Attribute)) and (part.id if isinstance(part, ast.Name) else part.attr) in SPEAKING_NAMES:
            return True
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in SPEAKING_TEXTS:
            return True
    return False
