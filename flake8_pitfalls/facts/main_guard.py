"""What runs when a module is imported, and what only in the main program."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.index import FUNCTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

EXITS = ("sys.exit", "os._exit", "builtins.exit", "builtins.quit")


def runs_at_import(node: ast.AST, module: Module) -> bool:
    """Whether a node runs whenever its module is imported, a child process importing its parent's main module included."""
    around = module.index.function(node)
    while isinstance(around, ast.ClassDef):
        around = module.index.function(around)
    return isinstance(around, ast.Module) and not is_guarded(node, module)


def is_guarded(node: ast.AST, module: Module) -> bool:
    """Whether only the main program gets to a node within its function or module.

    `parent_process() is None` is no such guard: it holds in a child, too, while that imports the main module (measured on 3.8 to 3.13).
    """
    child = node
    for around in module.index.ancestors(node):
        if isinstance(around, (ast.If, ast.IfExp)):
            if asks_how_started(around.test, module):
                return True
            answer = asks_for_main(around.test, module)
            within = around.body if isinstance(around.body, list) else [around.body]
            if answer is not None and child is not around.test and answer is any(child is one for one in within):
                return True
        for field in ("body", "orelse", "finalbody"):
            block = getattr(around, field, None)
            if isinstance(block, list) and any(child is one for one in block) and _left_before(child, block, module):
                return True
        if isinstance(around, FUNCTIONS):
            return False
        child = around
    return False


def asks_how_started(test: ast.expr, module: Module) -> bool:
    """Whether a test asks for the start method: whoever does, knows of `spawn`."""
    calls = [part for part in ast.walk(test) if isinstance(part, ast.Call)]
    return any((module.names.qualified(call.func) or "").endswith("get_start_method") for call in calls)


def _left_before(node: ast.AST, block: list[ast.stmt], module: Module) -> bool:
    """Whether `if __name__ != "__main__": sys.exit()` stands above."""
    for before in block:
        if before is node:
            return False
        if isinstance(before, ast.If) and asks_for_main(before.test, module) is False and before.body and _leaves(before.body[-1], module):
            return True
    return False


def _leaves(node: ast.stmt, module: Module) -> bool:
    if isinstance(node, (ast.Raise, ast.Return)):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and (module.names.qualified(node.value.func) or "") in EXITS


def asks_for_main(test: ast.expr, module: Module, depth: int = 0) -> bool | None:
    """True where a test holds in the main program alone, False where it fails there alone, None where it asks for something else."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        answer = asks_for_main(test.operand, module, depth)
        return None if answer is None else not answer
    if isinstance(test, ast.BoolOp):
        wanted = isinstance(test.op, ast.And)
        return wanted if any(asks_for_main(value, module, depth) is wanted for value in test.values) else None
    if isinstance(test, ast.Name) and depth < 3:
        binding = module.names.only(test)
        if binding is not None and binding.kind == "assign" and binding.value is not None and not binding.path:
            return asks_for_main(binding.value, module, depth + 1)
        return None
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and depth < 3:
        binding = module.names.only(test.func)
        last = binding.node.body[-1] if binding is not None and binding.kind == "def" else None  # type: ignore[attr-defined]
        return asks_for_main(last.value, module, depth + 1) if isinstance(last, ast.Return) and last.value is not None else None
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.NotEq)):
        sides = [test.left, test.comparators[0]]
        for one, other in (sides, reversed(sides)):
            if isinstance(other, ast.Constant) and _is_name_of_main(one, other.value, module):
                return isinstance(test.ops[0], ast.Eq)
    return None


def _is_name_of_main(node: ast.expr, value: object, module: Module) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "__name__" and value == "__main__"
    if isinstance(node, ast.Attribute) and node.attr == "name" and isinstance(node.value, ast.Call) and value == "MainProcess":
        return (module.names.qualified(node.value.func) or "").endswith("current_process")
    return False
