"""The one walk over a tree: nodes by type, each node's parent, and the function that runs a node."""

from __future__ import annotations

import ast
from collections.abc import Iterator

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# CPython shares one object among all uses of these, so they can have no parent.
SHARED = (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)


class Index:
    """All nodes of a tree in the order of the text; no recursion, since a sum of thousands of terms is nested as deep."""

    def __init__(self, tree: ast.AST) -> None:
        self.tree = tree
        self.by_type: dict[type, list[ast.AST]] = {}
        self.parents: dict[ast.AST, ast.AST] = {}
        self._walk(tree)

    def _walk(self, tree: ast.AST) -> None:
        by_type, parents = self.by_type, self.parents
        stack = [tree]
        while stack:
            node = stack.pop()
            by_type.setdefault(node.__class__, []).append(node)
            children: list[ast.AST] = []
            for field in node._fields:
                value = getattr(node, field, None)
                if isinstance(value, list):
                    children.extend(item for item in value if isinstance(item, ast.AST))
                elif isinstance(value, ast.AST):
                    children.append(value)
            for child in reversed(children):
                if not isinstance(child, SHARED):
                    parents[child] = node
                    stack.append(child)

    def of(self, *types: type) -> list[ast.AST]:
        """The nodes of these types; of one type in the order of the text."""
        if len(types) == 1:
            return self.by_type.get(types[0], [])
        return [node for kind in types for node in self.by_type.get(kind, ())]

    def parent(self, node: ast.AST) -> ast.AST | None:
        return self.parents.get(node)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around a node, from the nearest out to the module."""
        parent = self.parents.get(node)
        while parent is not None:
            yield parent
            parent = self.parents.get(parent)

    def statement(self, node: ast.AST) -> ast.stmt | None:
        """The statement that a node stands in, or is."""
        if isinstance(node, ast.stmt):
            return node
        return next((around for around in self.ancestors(node) if isinstance(around, ast.stmt)), None)

    def function(self, node: ast.AST) -> ast.AST:
        """The `def`, `async def` or lambda whose body runs a node, a class whose body does, or the module.

        Decorators, defaults, annotations and base classes run in the scope around (language reference, 8.7 and 8.8);
        the parts of a comprehension run in the function around, which is what a caller wants who asks what blocks.
        """
        child = node
        for around in self.ancestors(node):
            if isinstance(around, ast.Lambda) and child is around.body:
                return around
            if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and child in around.body:
                return around
            child = around
        return self.tree
