"""Whether a node is reached in a situation (on Windows, in a child process, without a submodule): tests are read as they come out there."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

BLOCKS = ("body", "orelse", "finalbody", "handlers")
LEAVES = frozenset(("sys.exit", "os._exit", "builtins.exit", "builtins.quit", "pytest.skip", "pytest.exit"))


class Unsure:
    """The type of `UNSURE`: a test that has to do with the situation, and whose outcome in it is not seen."""


UNSURE = Unsure()
# None where a test has nothing to do with the situation.
Truth = bool | Unsure | None
Answer = Callable[[ast.expr], Truth]


def opposite(found: Truth) -> Truth:
    """What `not` makes of a test's outcome."""
    return not found if isinstance(found, bool) else found


def combined(values: list[Truth], is_or: bool) -> Truth:
    """What `and` or `or` makes of the outcomes of its terms."""
    if any(value is is_or for value in values):
        return is_or
    if all(value is (not is_or) for value in values):
        return not is_or
    return UNSURE if any(isinstance(value, Unsure) for value in values) else None


def is_no(found: Truth) -> bool:
    """Whether a test may keep the situation out."""
    return found is False or isinstance(found, Unsure)


def keeps_out(around: ast.AST, child: ast.AST, answer: Answer) -> bool:
    """Whether a node that decides what runs does not let its part `child` run in the situation."""
    if isinstance(around, (ast.If, ast.While, ast.IfExp)):
        if child is around.test:
            return False
        found = answer(around.test)
        in_body = child is around.body if isinstance(around, ast.IfExp) else child in around.body
        return isinstance(found, Unsure) or (found is not None and found is not in_body)
    if isinstance(around, ast.BoolOp):
        before = around.values[: around.values.index(child)] if child in around.values else []
        wanted = isinstance(around.op, ast.And)
        return any(isinstance(found, Unsure) or found is (not wanted) for found in map(answer, before))
    if isinstance(around, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
        at = next((number for number, one in enumerate(around.generators) if one is child), len(around.generators))
        return any(is_no(answer(test)) for one in around.generators[:at] for test in one.ifs)
    if isinstance(around, ast.comprehension) and child in around.ifs:
        return any(is_no(answer(test)) for test in around.ifs[: around.ifs.index(child)])
    return False


def left_before(around: ast.AST, child: ast.AST, answer: Answer, module: Module) -> bool:
    """Whether a test before `child` in the same block leaves in the situation: `if sys.platform == "win32": return`, an `assert`."""
    for field in BLOCKS:
        block = getattr(around, field, None)
        if not isinstance(block, list) or child not in block:
            continue
        for before in block[: block.index(child)]:
            if isinstance(before, ast.Assert) and is_no(answer(before.test)):
                return True
            if isinstance(before, ast.If) and _is_way_out(before, answer(before.test), module):
                return True
    return False


def _is_way_out(node: ast.If, found: Truth, module: Module) -> bool:
    if isinstance(found, Unsure):
        return leaves(node.body, module) or leaves(node.orelse, module)
    return (found is True and leaves(node.body, module)) or (found is False and leaves(node.orelse, module))


def leaves(block: list[ast.stmt], module: Module) -> bool:
    """Whether a block surely ends by leaving the code behind it: a jump, an exit, a skipped test."""
    last = block[-1] if block else None
    if isinstance(last, (ast.Return, ast.Raise, ast.Continue, ast.Break)):
        return True
    if isinstance(last, ast.If):
        return leaves(last.body, module) and leaves(last.orelse, module)
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        func = last.value.func
        return module.names.qualified(func) in LEAVES or (
            isinstance(func, ast.Attribute) and func.attr in ("skipTest", "skip", "fail", "exit", "error")
        )
    return False
