"""How often a loop's body runs, and in what order the parts of an expression are evaluated."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts.reaching import parts


def runs_once(node: ast.For | ast.AsyncFor | ast.While) -> bool:
    """Whether a loop has one turn, or sets its own flag."""
    if isinstance(node, ast.While):
        flags = {part.id for part in ast.walk(node.test) if isinstance(part, ast.Name)}
        return any(
            isinstance(part, ast.Assign) and any(isinstance(target, ast.Name) and target.id in flags for target in part.targets)
            for inner in node.body
            for part in ast.walk(inner)
        )
    if isinstance(node.iter, (ast.Tuple, ast.List)):
        return len(node.iter.elts) == 1
    if isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range":
        return len(node.iter.args) == 1 and isinstance(node.iter.args[0], ast.Constant) and node.iter.args[0].value in (0, 1)
    return False


def in_order(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of an expression, inner ones first; a comprehension stands for what is in it."""
    stack: list[tuple[ast.AST, bool]] = [(node, False)]
    while stack:
        part, done = stack.pop()
        if done or isinstance(part, (ast.Name, ast.Constant)):
            yield part
            continue
        stack.append((part, True))
        inner = [part.generators[0].iter] if isinstance(part, (ast.ListComp, ast.SetComp, ast.GeneratorExp)) else parts(part)
        stack.extend((one, False) for one in reversed(inner) if isinstance(one, ast.AST) and not isinstance(one, ast.expr_context))
