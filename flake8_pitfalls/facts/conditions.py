"""Conditions under which a part of a function runs, as far as a caller can decide them: `if wait:`, `if lock is None:`, no running loop.

A guard is a list, `[kind, term]`: the part runs only if the term's value is true (`true`), false (`false`), None (`none`), not None
(`some`), equal to a constant (`eq`, with the constant as the third item), or compares otherwise with one (the operator, as in `[">", term,
0]`); `["no loop"]` says that it runs only where no event
loop does, `["maybe"]` that it depends on something that nobody can decide here.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.decided import decided
from flake8_pitfalls.knowledge.offloading import ASKS_FOR_LOOP, ASKS_FOR_THREAD

if TYPE_CHECKING:
    from flake8_pitfalls.facts.actions import Body

Guards = tuple[Any, ...]
NO_LOOP: Guards = (["no loop"],)
NEVER: Guards = (["true", ["const", False]],)
MAYBE: Guards = (["maybe"],)
ORDER: dict[type, str] = {ast.Gt: ">", ast.GtE: ">=", ast.Lt: "<", ast.LtE: "<=", ast.NotEq: "!="}
OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
# A function that asks itself whether it runs in a loop, or what it is to give to whom, knows what it does.
KNOWS_OF_LOOPS = re.compile(r"async|event_loop|in_loop|loop_thread|coroutine|awaitable", re.IGNORECASE)
CAUGHT = frozenset(("RuntimeError", "Exception", "BaseException", "AsyncLibraryNotFoundError", "NoEventLoopError", "NotInAsyncContext"))


def positive(test: ast.expr, body: Body) -> Guards:
    """What holds where a test came out true."""
    return _holds(test, True, body)


def negative(test: ast.expr, body: Body) -> Guards:
    """What holds where a test came out false."""
    return _holds(test, False, body)


def certain(guards: Guards) -> Guards:
    """The guards without those that only cast doubt: what comes after an early `return`, or in a loop, is what usually runs."""
    return tuple(
        guard if guard[0] in ("no loop",) else [*guard, "usual"] if guard[0] != "eq" else guard for guard in guards if guard[0] != "maybe"
    )


def _holds(test: ast.expr, truth: bool, body: Body) -> Guards:
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, truth = test.operand, not truth
    if _is_child(test, truth, body):
        return NO_LOOP
    if isinstance(test, ast.BoolOp):
        about = _about_loop(test, truth, body)
        if about is not None:
            return about
        if isinstance(test.op, ast.And) is not truth:
            return MAYBE
        return tuple(guard for value in test.values for guard in (MAYBE if isinstance(value, ast.BoolOp) else _holds(value, truth, body)))
    about = _about_loop(test, truth, body)
    if about is not None:
        return about
    known = decided(test)
    if known is not None:
        return () if known is truth else NEVER
    if isinstance(test, ast.Compare):
        return _compared(test, truth, body)
    if isinstance(test, (ast.Name, ast.Attribute, ast.Constant)):
        return (["true" if truth else "false", body.terms.of(test)],)
    return MAYBE


def cases(node: ast.Match, body: Body) -> list[Guards]:
    """What holds in each case of a `match`: constants are compared, of other patterns nobody knows; `case _` comes after all."""
    found: list[Guards] = []
    others: Guards = ()
    term = body.terms.of(node.subject)
    for case in node.cases:
        value = getattr(case.pattern, "value", None)
        constant = value.value if isinstance(value, ast.Constant) else None
        if isinstance(case.pattern, ast.MatchValue) and case.guard is None and isinstance(constant, (int, str)):
            found.append((["eq", term, constant],))
            others += (["!=", term, constant, "usual"],)
        else:
            is_rest = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None
            found.append(MAYBE + others if is_rest else MAYBE)
    return found


def is_empty(node: ast.expr) -> bool:
    """Whether an iterable is written so that it has no items: `()`, `[]`, `range(0)`."""
    if isinstance(node, (ast.Tuple, ast.List)):
        return not node.elts
    if not isinstance(node, ast.Call) or called(node) != "range" or len(node.args) != 1:
        return False
    return isinstance(node.args[0], ast.Constant) and node.args[0].value == 0


def _compared(test: ast.Compare, truth: bool, body: Body) -> Guards:
    if len(test.ops) != 1 or not isinstance(test.left, (ast.Name, ast.Attribute)):
        return MAYBE
    op, right = test.ops[0], test.comparators[0]
    if not isinstance(right, ast.Constant):
        return MAYBE
    if right.value is None and isinstance(op, (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)):
        is_none = isinstance(op, (ast.Is, ast.Eq)) is truth
        return (["none" if is_none else "some", body.terms.of(test.left)],)
    if isinstance(op, (ast.Eq, ast.NotEq)) and isinstance(right.value, (bool, int, str)):
        asked = body.terms.of(test.left)
        if isinstance(op, ast.Eq) and truth:
            return (["eq", asked, right.value],)
        if isinstance(op, ast.Eq) or not truth:
            return (*MAYBE, ["!=" if isinstance(op, ast.Eq) else "eq", asked, right.value, "usual"])
    symbol = ORDER.get(type(op)) if truth else OPPOSITE.get(ORDER.get(type(op), ""))
    if symbol is not None and isinstance(right.value, (int, float, str)):
        return ([symbol, body.terms.of(test.left), right.value],)
    return MAYBE


def _is_child(test: ast.expr, truth: bool, body: Body) -> bool:
    """Whether a test is true of the child after `os.fork()` alone: that process has no other tasks."""
    if isinstance(test, ast.Compare):
        zero = len(test.ops) == 1 and isinstance(test.comparators[0], ast.Constant) and test.comparators[0].value == 0
        if not zero or not isinstance(test.ops[0], (ast.Eq, ast.NotEq)):
            return False
        truth = truth is not isinstance(test.ops[0], ast.Eq)
        test = test.left
    asked = [test.value] if isinstance(test, ast.NamedExpr) else [test]
    if isinstance(test, ast.Name):
        asked = [binding.value for binding in body.names.bindings(test) if binding.value is not None]
    return not truth and any(isinstance(value, ast.Call) and called(value) in ("fork", "forkpty") for value in asked)


def _about_loop(test: ast.expr, truth: bool, body: Body) -> Guards | None:
    """What a test that asks whether a loop runs here says; None where it asks nothing of the kind."""
    asked, is_none = test, False
    against_none = isinstance(test, ast.Compare) and isinstance(test.comparators[-1], ast.Constant) and test.comparators[-1].value is None
    if isinstance(test, ast.Compare) and against_none and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Is, ast.IsNot)):
        asked, is_none = test.left, isinstance(test.ops[0], ast.Is)
    if isinstance(asked, ast.NamedExpr):
        asked = asked.value
    if isinstance(asked, ast.Call) and called(asked) in ASKS_FOR_LOOP:
        return NO_LOOP if truth is is_none else ()
    if isinstance(asked, ast.Name):
        values = [binding.value for binding in body.names.bindings(asked)]
        if any(isinstance(value, ast.Call) and called(value) in ASKS_FOR_LOOP for value in values):
            return NO_LOOP if truth is is_none else ()
    if any(_asks_for_thread(part) for part in ast.walk(test)):
        return NO_LOOP  # which thread or mode it is stays open, so both answers do
    return None


def _asks_for_thread(node: ast.AST) -> bool:
    """Whether a part of a test asks which thread this is, or whether things are asynchronous here."""
    if isinstance(node, ast.Call) and called(node) in ASKS_FOR_THREAD:
        return True
    text = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    return KNOWS_OF_LOOPS.search(text) is not None


def called(node: ast.Call) -> str:
    """The last part of the name that a call calls."""
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def loop_try(node: ast.Try, body: Body) -> list[ast.ExceptHandler]:
    """Of a `try` that asks for the running loop, the handlers that run where there is none."""
    asks = any(
        isinstance(part, ast.Call) and called(part) in ASKS_FOR_LOOP and called(part) != "is_running"
        for inner in node.body
        if isinstance(inner, (ast.Expr, ast.Assign, ast.AnnAssign, ast.Return, ast.If))
        for part in ast.walk(inner)
    )
    return [handler for handler in node.handlers if handler.type is None or _caught(handler.type) & CAUGHT] if asks else []


def _caught(node: ast.expr) -> set[str]:
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return {part.id if isinstance(part, ast.Name) else getattr(part, "attr", "") for part in parts}


def jumps(body: list[ast.stmt]) -> bool:
    """Whether a block always ends in a jump."""
    last = body[-1] if body else None
    if isinstance(last, (ast.Return, ast.Raise, ast.Break, ast.Continue)):
        return True
    if isinstance(last, ast.If):
        return bool(last.orelse) and jumps(last.body) and jumps(last.orelse)
    return isinstance(last, (ast.With, ast.AsyncWith)) and jumps(last.body)
