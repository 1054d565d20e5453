"""What a name or attribute could be at all, by what the file assigns to it anywhere: a cheap no, before the evaluator is asked.

Scopes and order are not looked at, so a no is a no in each of them; a yes says only that it is worth asking `module.values`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator

from flake8_pitfalls.facts.index import Index

DEPTH = 5
INT_CALLS = frozenset(["len", "id", "hash", "ord", "int", "round", "abs", "sum", "min", "max", "next", "cast", "pow", "divmod"])
INT_METHODS = frozenset(
    [
        "index",
        "rindex",
        "find",
        "rfind",
        "count",
        "bit_length",
        "bit_count",
        "pop",
        "get",
        "floor",
        "ceil",
        "isqrt",
        "gcd",
        "comb",
        "factorial",
        "getpid",
        "getppid",
        "getsizeof",
        "time_ns",
        "perf_counter_ns",
        "monotonic_ns",
        "randint",
        "randrange",
    ]
)
BOOL_METHODS = frozenset(
    ["startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isidentifier", "is_alive"]
)
BOOL_CALLS = frozenset(["bool", "isinstance", "issubclass", "callable", "hasattr", "all", "any", "cast", "next"])
CONTAINER_CALLS = frozenset(["range", "set", "frozenset", "list", "tuple", "sorted", "reversed"])
CONTAINER_METHODS = frozenset(["keys", "values", "copy", "union"])
OTHER_TYPES = frozenset(["str", "bytes", "float", "complex", "list", "dict", "tuple", "set", "frozenset", "object", "type", "Path", "None"])

Leaf = Callable[[ast.expr], "bool | None"]


class Hints:
    """Everything that the names and attributes of one file are assigned."""

    def __init__(self, index: Index) -> None:
        self.imported: set[str] = set()  # from elsewhere than the standard library, of whose functions `INT_METHODS` tells
        self.returned: dict[str, list[ast.expr]] = {}  # by the functions of this file, annotations included
        self.values: dict[str, list[ast.expr]] = {}  # of names, and of attributes by their last name
        self.annotations: dict[str, list[ast.expr]] = {}
        self._collect(index)

    def _collect(self, index: Index) -> None:
        for node in index.of(ast.alias):
            assert isinstance(node, ast.alias)
            parent = index.parents[node]
            origin = parent.module or "." if isinstance(parent, ast.ImportFrom) and not parent.level else node.name
            if (isinstance(parent, ast.ImportFrom) and parent.level) or origin.partition(".")[0] not in sys.stdlib_module_names:
                self.imported.add(node.asname or node.name.partition(".")[0])
        for node in index.of(ast.FunctionDef, ast.AsyncFunctionDef):
            assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            self.returned.setdefault(node.name, []).extend([node.returns] if node.returns is not None else [])
        for node in index.of(ast.Return):
            assert isinstance(node, ast.Return)
            name = getattr(index.function(node), "name", "")
            if node.value is not None:
                self.returned.setdefault(name, []).append(node.value)
        for node in index.of(ast.arg):
            assert isinstance(node, ast.arg)
            if node.annotation is not None:
                self.annotations.setdefault(node.arg, []).append(node.annotation)
        for target, value in assignments(index):
            for name in target_names(target):
                self.values.setdefault(name, []).append(value)
        for node in index.of(ast.AnnAssign):
            assert isinstance(node, ast.AnnAssign)
            for name in target_names(node.target):
                self.annotations.setdefault(name, []).append(node.annotation)

    def could_be(self, node: ast.expr, leaf: Leaf, calls: frozenset[str], methods: frozenset[str], depth: int = 0) -> bool:
        """Whether an expression may be what `leaf` says of expressions without names (None: it cannot tell from this one)."""
        if depth > DEPTH:
            return True
        said = leaf(node)
        if said is not None:
            return said
        if isinstance(node, ast.Call):
            return self._could_give(node.func, leaf, calls, methods, depth + 1)
        if isinstance(node, (ast.Name, ast.Attribute)):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if self._is_others(node) or any(could_be_said_so(item) for item in self.annotations.get(name, ())):
                return True
            return any(self.could_be(value, leaf, calls, methods, depth + 1) for value in self.values.get(name, ()))
        if isinstance(node, ast.IfExp):
            return all(self.could_be(part, leaf, calls, methods, depth + 1) for part in (node.body, node.orelse))
        if isinstance(node, ast.BoolOp):
            return all(self.could_be(part, leaf, calls, methods, depth + 1) for part in node.values)
        if isinstance(node, ast.NamedExpr):
            return self.could_be(node.value, leaf, calls, methods, depth + 1)
        return isinstance(node, (ast.Subscript, ast.Await)) and leaf is int_leaf

    def _could_give(self, function: ast.expr, leaf: Leaf, calls: frozenset[str], methods: frozenset[str], depth: int) -> bool:
        if not isinstance(function, (ast.Name, ast.Attribute)):
            return True
        name = function.id if isinstance(function, ast.Name) else function.attr
        if name in calls or name in methods or self._is_others(function) or name in self.values:
            return True
        return any(self.could_be(item, leaf, calls, methods, depth) for item in self.returned.get(name, ()))

    def _is_others(self, node: ast.expr) -> bool:
        """Whether an expression begins with a name that is imported, so that another file says what it is."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self.imported

    def could_be_int(self, node: ast.expr) -> bool:
        return self.could_be(node, int_leaf, INT_CALLS, INT_METHODS)

    def could_be_bool(self, node: ast.expr) -> bool:
        return self.could_be(node, bool_leaf, BOOL_CALLS, BOOL_METHODS)

    def could_hold_ints(self, node: ast.expr) -> bool:
        return self.could_be(node, container_leaf, CONTAINER_CALLS, CONTAINER_METHODS)


def assignments(index: Index) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each target with what it gets; of a loop, the iterable, which stands for its items here."""
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


def target_names(target: ast.expr) -> Iterator[str]:
    """The names and attributes in a target."""
    stack = [target]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, (ast.Tuple, ast.List)):
            stack += node.elts
        elif isinstance(node, ast.Starred):
            stack.append(node.value)


def could_be_said_so(annotation: ast.expr) -> bool:
    """Whether an annotation may be what is asked for: not where it is another builtin type."""
    return not (isinstance(annotation, ast.Name) and annotation.id in OTHER_TYPES)


def int_leaf(node: ast.expr) -> bool | None:
    """A container counts: a name may be one of its items."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    if isinstance(node, (ast.BinOp, ast.UnaryOp, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.GeneratorExp)):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CONTAINER_CALLS | {"zip", "map", "enumerate"}:
        return True
    return False if isinstance(node, (ast.JoinedStr, ast.Lambda, ast.Compare)) else None


def bool_leaf(node: ast.expr) -> bool | None:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Compare):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):  # `for flag in (True, False)`
        return bool(node.elts) and all(bool_leaf(item) is not False for item in node.elts)
    if isinstance(node, (ast.BinOp, ast.JoinedStr, ast.Lambda, ast.Dict, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)):
        return False
    return None


def container_leaf(node: ast.expr) -> bool | None:
    if isinstance(node, ast.Constant):
        return False
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return not any(isinstance(item, ast.Constant) and not isinstance(item.value, int) for item in node.elts)
    if isinstance(node, ast.Dict):
        return bool(node.keys) and not any(isinstance(item, ast.Constant) and not isinstance(item.value, int) for item in node.keys)
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.BinOp)):
        return True
    return False if isinstance(node, (ast.JoinedStr, ast.Lambda, ast.Compare, ast.UnaryOp, ast.DictComp)) else None
