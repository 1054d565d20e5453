"""The one walk over a tree: nodes by type, each node's parent, and the function that runs a node."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
BODIES = frozenset([*FUNCTIONS, ast.ClassDef])
# CPython shares one object among all uses of these, so they can have no parent.
SHARED = (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)


# What can hold no node that is of its own: names, flags, and the objects above. A field that is not here is looked into.
NO_NODES = frozenset(
    [
        "arg",
        "asname",
        "attr",
        "conversion",
        "ctx",
        "id",
        "is_async",
        "kind",
        "kwd_attrs",
        "level",
        "lineno",
        "module",
        "name",
        "op",
        "ops",
        "rest",
        "simple",
        "str",
        "tag",
        "type_comment",
    ]
)
LEAVES = (ast.Constant, ast.Global, ast.Nonlocal, ast.MatchSingleton, *SHARED)
FIELDS: dict[type, tuple[str, ...]] = {}


def inner_fields(kind: type) -> tuple[str, ...]:
    """The fields of a node type that hold nodes, the last first."""
    found = FIELDS.get(kind)
    if found is None:
        fields: tuple[str, ...] = () if issubclass(kind, LEAVES) else getattr(kind, "_fields", ())
        # A type parameter's name is a text, but `type Name = …` has a node there.
        kept = NO_NODES - {"name"} if kind is getattr(ast, "TypeAlias", None) else NO_NODES
        found = FIELDS[kind] = tuple(field for field in reversed(fields) if field not in kept)
    return found


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes right inside a node, in the order of the text, without those that CPython shares (`Load`, `Add` …)."""
    found: list[ast.AST] = []
    for field in reversed(inner_fields(node.__class__)):
        value = getattr(node, field, None)
        if value.__class__ is list:
            found += value
        elif value is not None:
            found.append(value)
    return found if None not in found else [child for child in found if child is not None]  # `{**x}` has a key that is None


class Index:
    """All nodes of a tree in the order of the text; no recursion, since a sum of thousands of terms is nested as deep."""

    def __init__(self, tree: ast.AST) -> None:
        self.tree = tree
        self.by_type = nodes_by_type(tree)

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """Each node's parent; made when first asked, since most files are done without."""
        parents: dict[ast.AST, ast.AST] = {}
        for kind, nodes in self.by_type.items():
            for field in inner_fields(kind):
                for node in nodes:
                    value = getattr(node, field, None)
                    if value.__class__ is list:
                        for item in value:
                            parents[item] = node
                    elif value is not None:
                        parents[value] = node
        parents.pop(None, None)  # type: ignore[call-overload]  # `{**x}` has a key that is None
        return parents

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
        parents = self.parents
        child, around = node, parents.get(node)
        while around is not None:
            kind = around.__class__
            if kind in BODIES and (child is around.body if kind is ast.Lambda else isinstance(child, ast.stmt)):  # type: ignore[attr-defined]
                return around  # of a `def` or `class`, statements are the body and nothing else
            child, around = around, parents.get(around)
        return self.tree

    def by_lines(self, *types: type) -> Iterator[tuple[ast.AST, str]]:
        """The nodes of these types, each with the name of the `def` whose lines it stands in, "" outside of them.

        For those who need no more than that: most files are done without parents.
        """
        functions = sorted(self.of(ast.FunctionDef, ast.AsyncFunctionDef), key=_line, reverse=True)
        around: list[ast.AST] = []
        for node in sorted(self.of(*types), key=_line):
            while functions and _line(functions[-1]) <= _line(node):
                around.append(functions.pop())
            while around and around[-1].end_lineno < _line(node):  # type: ignore[attr-defined]
                around.pop()
            yield node, around[-1].name if around else ""  # type: ignore[attr-defined]


def _line(node: ast.AST) -> int:
    return node.lineno  # type: ignore[attr-defined,no-any-return]


def nodes_by_type(tree: ast.AST) -> dict[type, list[ast.AST]]:
    """The nodes of a tree by their type, of each type in the order of the text. A third of the time that a plugin has goes in here."""
    by_type: dict[type, list[ast.AST]] = {}
    stack = [tree]
    pop, push, extend = stack.pop, stack.append, stack.extend
    fields_of = FIELDS
    while stack:
        node = pop()
        if node is None:
            continue
        kind = node.__class__
        if kind in by_type:
            by_type[kind].append(node)
            fields = fields_of[kind]
        else:
            by_type[kind] = [node]
            fields = inner_fields(kind)
        for field in fields:
            value = getattr(node, field, None)
            if value.__class__ is list:
                extend(value[::-1])
            elif value is not None:
                push(value)
    return by_type
