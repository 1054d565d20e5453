"""What is assigned to what anywhere in a file, read off its nodes: no scopes, no order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts.index import Index


def assignments(index: Index) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each target with what it gets; of a loop, the iterable, which stands for its items here, of `with`, what is entered."""
    for node in index.of(ast.Assign):
        assert isinstance(node, ast.Assign)
        for target in node.targets:
            yield target, node.value
    for node in index.of(ast.AnnAssign, ast.NamedExpr, ast.AugAssign):
        assert isinstance(node, (ast.AnnAssign, ast.NamedExpr, ast.AugAssign))
        if node.value is not None:
            yield node.target, node.value
    for node in index.of(ast.For, ast.AsyncFor, ast.comprehension):
        assert isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension))
        yield node.target, node.iter
    for node in index.of(ast.withitem):
        assert isinstance(node, ast.withitem)
        if node.optional_vars is not None:
            yield node.optional_vars, node.context_expr


def target_names(target: ast.expr) -> Iterator[str]:
    """The names and attributes in a target."""
    stack = [target]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield f".{node.attr}"
        elif isinstance(node, (ast.Tuple, ast.List)):
            stack += node.elts
        elif isinstance(node, ast.Starred):
            stack.append(node.value)


def names_bound_in(node: ast.ClassDef) -> Iterator[str]:
    """The names that the body of a class binds, in its compound statements, too."""
    stack: list[ast.AST] = list(node.body)
    while stack:
        part = stack.pop()
        if isinstance(part, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For, ast.With)):
            targets: list[ast.expr | None] = (
                list(part.targets)
                if isinstance(part, ast.Assign)
                else [item.optional_vars for item in part.items]
                if isinstance(part, ast.With)
                else [part.target]
            )
            yield from (name for target in targets if target is not None for name in target_names(target))
        if isinstance(part, (ast.If, ast.For, ast.While, ast.With, ast.Try)):
            stack += [inner for inner in ast.iter_child_nodes(part) if isinstance(inner, (ast.stmt, ast.ExceptHandler))]
        elif isinstance(part, ast.ExceptHandler):
            stack += part.body
