"""What runs when a function's body does, and what the functions of a module return, yield, ask and store: found in one go for all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from flake8_pitfalls.facts.index import Index, children

RESULTS = (ast.Return, ast.Yield, ast.YieldFrom)
STORES = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For, ast.AsyncFor, ast.withitem, ast.Delete)


def body_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a function's (or module's, or class's) body does: not those of functions defined in it."""
    body = getattr(node, "body", [])
    stack: list[ast.AST] = list(reversed(body)) if isinstance(body, list) else [body]
    while stack:
        part = stack.pop()
        yield part
        if isinstance(part, ast.Lambda):
            stack.extend(reversed([*part.args.defaults, *[item for item in part.args.kw_defaults if item is not None]]))
        elif isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)):
            defaults = [*part.args.defaults, *[item for item in part.args.kw_defaults if item is not None]]
            stack.extend(reversed([*part.decorator_list, *defaults]))
        else:
            stack.extend(reversed(children(part)))


class Bodies:
    """The bodies of one module's functions."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @cached_property
    def results(self) -> dict[ast.AST, list[ast.AST]]:
        """By function its `return`s and `yield`s, in the order of the text."""
        return self._by_function(self.index.of(*RESULTS))

    @cached_property
    def loops(self) -> dict[ast.AST, list[ast.AST]]:
        """By function its `while` loops, in the order of the text."""
        return self._by_function(self.index.of(ast.While))

    @cached_property
    def stores(self) -> dict[ast.AST, list[ast.AST]]:
        """By function the statements (and parts of `with`) that set or delete attributes, in the order of the text."""
        return self._by_function([node for node in self.index.of(*STORES) if any(_is_attribute(target) for target in _targets(node))])

    def _by_function(self, nodes: list[ast.AST]) -> dict[ast.AST, list[ast.AST]]:
        found: dict[ast.AST, list[ast.AST]] = {}
        for node in nodes:
            found.setdefault(self._runner(node), []).append(node)
        for group in found.values():
            group.sort(key=_place)
        return found

    def _runner(self, node: ast.AST) -> ast.AST:
        """The function that runs a node; a class body in it runs with it."""
        function = self.index.function(node)
        while isinstance(function, ast.ClassDef):
            function = self.index.function(function)
        return function


def _targets(node: ast.AST) -> list[ast.expr]:
    """What a statement binds."""
    if isinstance(node, (ast.Assign, ast.Delete)):
        return node.targets
    target = node.optional_vars if isinstance(node, ast.withitem) else node.target  # type: ignore[attr-defined]
    return [] if target is None else [target]


def _is_attribute(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) or (
        isinstance(target, (ast.Tuple, ast.List)) and any(isinstance(item, ast.Attribute) for item in target.elts)
    )


def _place(node: ast.AST) -> tuple[int, int]:
    node = node.context_expr if isinstance(node, ast.withitem) else node
    return node.lineno, node.col_offset  # type: ignore[attr-defined]


def falls_off(body: list[ast.stmt]) -> bool:
    """Whether a body can end without `return` or `raise`, as far as its last statements show."""
    last = body[-1] if body else None
    if isinstance(last, (ast.Return, ast.Raise)):
        return False
    if isinstance(last, ast.If):
        return not last.orelse or falls_off(last.body) or falls_off(last.orelse)
    if isinstance(last, ast.While):
        return not (isinstance(last.test, ast.Constant) and bool(last.test.value))
    if isinstance(last, (ast.With, ast.AsyncWith)):
        return falls_off(last.body)
    if isinstance(last, ast.Try):
        ends = [falls_off(last.orelse or last.body), *[falls_off(handler.body) for handler in last.handlers]]
        return any(ends) if not last.finalbody or falls_off(last.finalbody) else False
    return True
