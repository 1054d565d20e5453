"""Whether a function keeps all exceptions to itself: whatever can fail stands in a `try` that takes every exception and raises none."""

from __future__ import annotations

import ast

WAITS = frozenset(["sleep", "wait"])  # `time.sleep(1)`, `stop.wait(1)`
BOOKS = frozenset(["add", "append", "clear", "discard", "pop", "setdefault", "update"])  # of a container, with plain arguments
LOGS = frozenset(["debug", "info", "warning", "warn", "error", "critical", "exception", "log"])


def handles_all(body: list[ast.stmt]) -> bool:
    """Whether whatever can fail in a body stands in a `try` that takes every exception.

    Beside such a `try`, what only keeps count or waits does not matter: who wrote it thought of the exceptions.
    """
    thought_of = any(isinstance(node, ast.Try) and _takes_all(node) for node in body)
    return all(_is_safe(node) or (thought_of and (_keeps_count(node) or _is_log(node))) for node in body)


def _is_safe(node: ast.stmt) -> bool:
    if isinstance(node, ast.Try):
        return _takes_all(node)
    if isinstance(node, (ast.While, ast.If, ast.For)):
        return handles_all(node.body) and handles_all(node.orelse) and not (isinstance(node, ast.For) and _may_fail(node.iter))
    if isinstance(node, ast.With):
        return handles_all(node.body) or any(_suppresses(item.context_expr) for item in node.items)
    if isinstance(node, (ast.Pass, ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.Break, ast.Continue)):
        return True
    if _is_log(node):
        return not _asks(node.value)  # type: ignore[attr-defined]
    return isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr)) and not _may_fail(node)


def _keeps_count(node: ast.stmt) -> bool:
    """`tracker.start()`, `with self.lock: self.pending[key] = time.time()`, `self.seen.pop(key, None)`."""
    if isinstance(node, (ast.With, ast.If)):
        heads = [item.context_expr for item in node.items] if isinstance(node, ast.With) else [node.test]
        inner = node.body if isinstance(node, ast.With) else [*node.body, *node.orelse]
        return not any(_may_fail(head) for head in heads) and all(_is_safe(part) or _keeps_count(part) for part in inner)
    if isinstance(node, (ast.Assign, ast.AugAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return all(_is_plain_target(target) for target in targets) and (not _may_fail(node.value) or _asks_nothing(node.value))
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call) or any(_may_fail(given) for given in (*call.args, *(keyword.value for keyword in call.keywords))):
        return False
    word = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return word in WAITS or (isinstance(call.func, ast.Attribute) and (word in BOOKS or _asks_nothing(call)))


def _asks_nothing(node: ast.expr) -> bool:
    """Whether it is a method that is called without arguments."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args and not node.keywords


def _is_plain_target(node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript):
        return not _may_fail(node.value) and not _may_fail(node.slice)
    return isinstance(node, (ast.Name, ast.Attribute)) and not _may_fail(node)


def _takes_all(node: ast.Try) -> bool:
    catches = any(_is_everything(handler.type) for handler in node.handlers)
    raises = any(isinstance(part, ast.Raise) for handler in node.handlers for inner in handler.body for part in ast.walk(inner))
    return catches and not raises


def _is_everything(node: ast.expr | None) -> bool:
    kinds = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(kind is None or getattr(kind, "id", getattr(kind, "attr", "")) in ("Exception", "BaseException") for kind in kinds)


def _suppresses(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) != "suppress":
        return False
    return any(_is_everything(given) for given in node.args)


def _may_fail(node: ast.AST) -> bool:
    """Whether a call, a subscript or an operator stands in it; names and attributes are taken as they are."""
    return any(isinstance(part, (ast.Call, ast.Subscript, ast.BinOp, ast.Await, ast.Yield)) for part in ast.walk(node))


def _is_log(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _logs(node.value)


def _asks(call: ast.Call) -> bool:
    """Whether what is logged is asked of some object first: `log.info("%d rows", repository.count())`."""
    given = (*call.args, *(keyword.value for keyword in call.keywords))
    return any(isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) for item in given for part in ast.walk(item))


def _logs(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in LOGS
