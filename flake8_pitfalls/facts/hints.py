"""What a name or attribute could be at all, by what the file assigns to it anywhere: a cheap no, before the evaluator is asked.

Scopes and order are not looked at, so a no is a no in each of them; a yes says only that it is worth asking `module.values`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from flake8_pitfalls.facts.assigned import assignments, names_bound_in, target_names
from flake8_pitfalls.facts.index import Index
from flake8_pitfalls.facts.present import tested_int
from flake8_pitfalls.knowledge.returns import INT_ATTRIBUTE_NAMES, RETURNS

DEPTH = 40  # expressions in expressions, and names bound to names
INT_CALLS = frozenset(["len", "id", "hash", "ord", "int", "round", "abs", "sum", "min", "max", "next", "cast", "pow", "divmod"])
INT_METHODS = frozenset(name.rpartition(".")[2] for name, given in RETURNS.items() if given == "builtins.int") | {"pop", "get"}
BOOL_METHODS = frozenset(name.rpartition(".")[2] for name, given in RETURNS.items() if given == "builtins.bool")
BOOL_CALLS = frozenset(["bool", "isinstance", "issubclass", "callable", "hasattr", "all", "any", "cast", "next"])
CONTAINER_CALLS = frozenset(["range", "set", "frozenset", "list", "tuple", "sorted", "reversed"])
CONTAINER_METHODS = frozenset(["keys", "values", "copy", "union"])
# Types that are neither int nor bool, whatever stands in their brackets.
GENERICS = frozenset(["list", "dict", "tuple", "set", "frozenset", "type", "List", "Dict", "Tuple", "Set", "FrozenSet", "Type", "Callable"])
OTHER_TYPES = frozenset(["str", "bytes", "float", "complex", "object", "Path", "None", *GENERICS])
NOT_CALLED = frozenset(
    ["namedtuple", "set", "list", "dict", "tuple", "sorted", "frozenset", "str", "int", "float", "open", "len", "object"]
)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp)
OF_INTS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.GeneratorExp)


class Kind(NamedTuple):
    """What is asked for. `leaf` says it of an expression without names; None where it cannot tell from this one."""

    name: str
    leaf: Callable[[ast.expr], bool | None]
    calls: frozenset[str]
    methods: frozenset[str]
    other_types: frozenset[str] = OTHER_TYPES  # annotations that promise something else


class Hints:
    """Everything that the names and attributes of one file are assigned."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.imported: set[str] = set()  # from elsewhere than the standard library, of whose functions `INT_METHODS` tells
        self.standard: set[str] = set()  # from the standard library
        for node in index.of(ast.Import, ast.ImportFrom):
            assert isinstance(node, (ast.Import, ast.ImportFrom))
            for alias in node.names:
                origin = alias.name if isinstance(node, ast.Import) else "." if node.level else node.module or ""
                is_standard = origin.partition(".")[0] in sys.stdlib_module_names
                (self.standard if is_standard else self.imported).add(alias.asname or alias.name.partition(".")[0])
        self._known: dict[tuple[str, str], bool] = {}  # (kind, name), (kind, name + "()")
        self._asked: set[tuple[str, str]] = set()  # in this round
        self._has_grown = False
        self._is_circular = False  # whether the answer at hand leans on one that is being found out

    @cached_property
    def values(self) -> dict[str, list[ast.expr]]:
        """What names are assigned, and attributes by their last name with a dot before it."""
        found: dict[str, list[ast.expr]] = {}
        for target, value in assignments(self.index):
            for name in target_names(target):
                found.setdefault(name, []).append(value)
        return found

    @cached_property
    def looped(self) -> dict[str, list[ast.expr]]:
        """What the names of loops go through, and what names are unpacked from."""
        found: dict[str, list[ast.expr]] = {}
        loops = [(node.target, node.iter) for node in self.index.of(ast.For, ast.AsyncFor, ast.comprehension)]  # type: ignore[attr-defined]
        for target, value in (*loops, *[pair for pair in assignments(self.index) if isinstance(pair[0], (ast.Tuple, ast.List))]):
            for name in target_names(target):
                found.setdefault(name, []).append(value)
        return found

    @cached_property
    def annotations(self) -> dict[str, list[ast.expr]]:
        """By the same."""
        found: dict[str, list[ast.expr]] = {}
        for node in self.index.of(ast.arg):
            assert isinstance(node, ast.arg)
            if node.annotation is not None:
                found.setdefault(node.arg, []).append(node.annotation)
        for node in self.index.of(ast.AnnAssign):
            assert isinstance(node, ast.AnnAssign)
            for name in target_names(node.target):
                found.setdefault(name, []).append(node.annotation)
        for node in self.index.of(ast.Call, ast.Compare):  # `if isinstance(n, int)`, `if type(n) is int`
            if name := tested_int(node):
                found.setdefault(name, []).append(ast.Name("int", ast.Load()))
        for node in self.index.of(ast.MatchClass, ast.MatchAs):  # `case int(n)`, `case int() as n`
            of = node if isinstance(node, ast.MatchClass) else getattr(node, "pattern", None)
            for pattern in node.patterns if isinstance(node, ast.MatchClass) else [node]:
                if isinstance(of, ast.MatchClass) and isinstance(pattern, ast.MatchAs) and pattern.name is not None:
                    found.setdefault(pattern.name, []).append(of.cls)
        return found

    @cached_property
    def returned(self) -> dict[str, list[ast.expr]]:
        """What the functions of this file give, by their name; what they yield, too."""
        found: dict[str, list[ast.expr]] = {}
        for node, name in self.index.by_lines(ast.Return, ast.Yield, ast.YieldFrom):
            if node.value is not None:  # type: ignore[attr-defined]
                found.setdefault(name, []).append(node.value)  # type: ignore[attr-defined]
        return found

    @cached_property
    def promised(self) -> dict[str, list[ast.expr]]:
        """The annotations of what they give."""
        found: dict[str, list[ast.expr]] = {}
        for node in self.index.of(ast.FunctionDef, ast.AsyncFunctionDef):
            assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            if node.returns is not None:
                found.setdefault(node.name, []).append(node.returns)
        return found

    @cached_property
    def decorated(self) -> set[str]:
        """The functions that may be properties."""
        functions = self.index.of(ast.FunctionDef, ast.AsyncFunctionDef)
        return {node.name for node in functions if node.decorator_list}  # type: ignore[attr-defined]

    @cached_property
    def classes(self) -> set[str]:
        return {node.name for node in self.index.of(ast.ClassDef)}  # type: ignore[attr-defined]

    @cached_property
    def in_classes(self) -> set[str]:
        """The names that are bound in a class, which are attributes, too."""
        return {name for node in self.index.of(ast.ClassDef) for name in names_bound_in(node)}  # type: ignore[arg-type]

    def _keys(self, name: str) -> tuple[str, ...]:
        """What a name or attribute may be kept under."""
        bare = name.lstrip(".")
        if bare != name and (bare in self.values or bare in self.annotations) and bare in self.in_classes:
            return (name, bare)
        return (name,)

    def could_be(self, node: ast.expr, kind: Kind) -> bool:
        """Whether an expression may be of a kind.

        Names that are bound to each other in a circle are asked again until no more of them may be: what none of them is given
        from outside of the circle, none of them is.
        """
        while True:
            self._asked, self._has_grown = set(), False
            found = self._could_be(node, kind, 0)
            if found or not self._has_grown:
                if not self._has_grown:
                    self._known.update(dict.fromkeys(self._asked - self._known.keys(), False))
                return found

    def _could_be(self, node: ast.expr, kind: Kind, depth: int) -> bool:
        if depth > DEPTH:
            return True
        said = kind.leaf(node)
        if said is not None:
            return said
        if isinstance(node, (ast.Name, ast.Attribute)):
            return _begins(node, self.imported) or self._remembered(key(node), kind, depth + 1, self._bound)
        if isinstance(node, ast.Call):
            return self._could_give(node.func, kind, depth + 1)
        if isinstance(node, ast.IfExp):
            return self._all([node.body, node.orelse], kind, depth + 1)
        if isinstance(node, ast.BoolOp):
            return self._all(node.values, kind, depth + 1)
        if isinstance(node, ast.NamedExpr):
            return self._could_be(node.value, kind, depth + 1)
        if isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.Dict)):
            items = [item for item in (node.keys if isinstance(node, ast.Dict) else node.elts) if item is not None]
            if kind is CONTAINER:
                return all(self._could_hold(item, depth + 1) for item in items)
            return any(self._could_be(item, kind, depth + 1) for item in items)  # a name may stand for any of them
        if isinstance(node, COMPREHENSIONS):
            return self._could_be(node.elt, kind, depth + 1)
        return isinstance(node, (ast.Subscript, ast.Await)) and kind is INT

    def _all(self, parts: list[ast.expr], kind: Kind, depth: int) -> bool:
        """Whether one of some parts may be it, and all others, too, or lead back to what is being asked, where they add nothing."""
        found = False
        for part in parts:
            met, self._is_circular = self._is_circular, False
            could = self._could_be(part, kind, depth)
            if not could and not self._is_circular:
                self._is_circular = met
                return False
            found = found or could
            self._is_circular = self._is_circular or met
        return found

    def _could_hold(self, item: ast.expr, depth: int) -> bool:
        """Whether an item of a container may be an int; of a constant of the standard library nothing is known."""
        return isinstance(item, ast.Starred) or _begins(item, self.standard) or self._could_be(item, INT, depth)

    def _remembered(self, name: str, kind: Kind, depth: int, ask: Callable[[str, Kind, int], bool]) -> bool:
        """What `ask` says, once; while that is found out, and what is not certain yet in this round, is no."""
        question = (kind.name, name)
        known = self._known.get(question)
        self._is_circular = self._is_circular or (known is None and question in self._asked)
        if known is None and question not in self._asked:
            self._asked.add(question)
            known = ask(name, kind, depth)
            if known:
                self._known[question] = self._has_grown = True
        return bool(known)

    def _bound(self, name: str, kind: Kind, depth: int) -> bool:
        """Whether something that a name or attribute is bound to, or annotated with, may be it."""
        for where in self._keys(name):
            if any(self._is_promised(item, kind) for item in self.annotations.get(where, ())):
                return True
            if any(self._could_be(value, kind, depth) for value in self.values.get(where, ())):
                return True
            if any(self._is_held(value, kind) for value in self.looped.get(where, ())):
                return True
        return name.lstrip(".") in self.decorated and self._remembered(f"{name}()", kind, depth, self._given)  # a property

    def _could_give(self, function: ast.expr, kind: Kind, depth: int) -> bool:
        """Whether a call of a function may give it."""
        if depth > DEPTH:
            return True
        if isinstance(function, ast.Lambda):
            return self._could_be(function.body, kind, depth)
        if isinstance(function, (ast.Constant, ast.JoinedStr, ast.Compare, *OF_INTS)):
            items = getattr(function, "elts", None) or [item for item in [getattr(function, "elt", None)] if item is not None]
            return any(self._could_give(item, kind, depth + 1) for item in items)  # a name may stand for any of them
        if isinstance(function, ast.Call) and isinstance(function.func, ast.Name) and function.func.id in NOT_CALLED:
            return False
        if not isinstance(function, (ast.Name, ast.Attribute)):
            return True
        if isinstance(function, ast.Attribute) and function.attr in ("items", "values", "keys") and kind is not CONTAINER:
            return self._could_be(function.value, kind, depth + 1)  # a loop's name takes what is in them
        name = key(function).lstrip(".")
        if name in kind.calls or name in kind.methods or _begins(function, self.imported):
            return True
        return self._remembered(f"{key(function)}()", kind, depth + 1, self._given)

    def _given(self, call: str, kind: Kind, depth: int) -> bool:
        """What is known of the functions of a name, and of what else is called by it."""
        name = call[:-2]
        bare = name.lstrip(".")
        if any(self._is_promised(item, kind) for item in self.promised.get(bare, ())):
            return True
        if any(self._could_be(item, kind, depth) for item in self.returned.get(bare, ())):
            return True
        return any(self._could_give(value, kind, depth) for where in self._keys(name) for value in self.values.get(where, ()))

    def _is_promised(self, annotation: ast.expr, kind: Kind) -> bool:
        """Whether an annotation may promise it: not where it is another builtin type, or a class of this file."""
        if isinstance(annotation, ast.BinOp):
            return depth_of(annotation) > DEPTH or any(self._is_promised(item, kind) for item in (annotation.left, annotation.right))
        if kind is CONTAINER:
            return not (isinstance(annotation, ast.Name) and annotation.id in kind.other_types)
        if isinstance(annotation, ast.Constant):
            text = annotation.value
            return isinstance(text, str) and text not in kind.other_types
        if isinstance(annotation, ast.Subscript):
            return getattr(annotation.value, "id", "") not in GENERICS
        if not isinstance(annotation, ast.Name):
            return True
        is_class = annotation.id in self.classes and annotation.id not in self.values and annotation.id not in self.imported
        return annotation.id not in kind.other_types and not is_class

    def _is_held(self, source: ast.expr, kind: Kind) -> bool:
        """Whether an annotation says that a container holds such things: `list[int]`; of `dict[str, int]` in the pairs."""
        if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute):
            source = source.func.value
        if not isinstance(source, (ast.Name, ast.Attribute)):
            return False
        noted = [note for where in self._keys(key(source)) for note in self.annotations.get(where, ()) if isinstance(note, ast.Subscript)]
        return any(isinstance(part, ast.Name) and part.id == kind.name for note in noted for part in ast.walk(note.slice))

    def could_be_int(self, node: ast.expr) -> bool:
        return self.could_be(node, INT)

    def could_be_bool(self, node: ast.expr) -> bool:
        return self.could_be(node, BOOL)

    def could_hold_ints(self, node: ast.expr) -> bool:
        return self.could_be(node, CONTAINER)


def key(node: ast.Name | ast.Attribute) -> str:
    """What a name or attribute is kept under."""
    return node.id if isinstance(node, ast.Name) else f".{node.attr}"


def _begins(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression begins with one of these names: imported ones, so that another file says what it is."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in names


def depth_of(annotation: ast.BinOp) -> int:
    """How many `|` stand one after another."""
    count, node = 0, annotation.left
    while isinstance(node, ast.BinOp):
        count, node = count + 1, node.left
    return count


def int_leaf(node: ast.expr) -> bool | None:
    """A container counts: a name may be one of its items."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    if isinstance(node, ast.UnaryOp):
        return not isinstance(node.op, ast.Not)
    if isinstance(node, ast.BinOp):
        return not any(
            isinstance(part, ast.JoinedStr) or (isinstance(part, ast.Constant) and not isinstance(part.value, int))
            for part in (node.left, node.right)
        )
    if isinstance(node, OF_INTS):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CONTAINER_CALLS | {"zip", "map", "enumerate"}:
        return True
    if isinstance(node, ast.Attribute) and node.attr in INT_ATTRIBUTE_NAMES:
        return True
    return False if isinstance(node, (ast.JoinedStr, ast.Lambda, ast.Compare)) else None


def bool_leaf(node: ast.expr) -> bool | None:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Compare):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    return False if isinstance(node, (ast.BinOp, ast.JoinedStr, ast.Lambda, ast.DictComp)) else None


def container_leaf(node: ast.expr) -> bool | None:
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.BinOp)):
        return True
    if isinstance(node, ast.Dict):
        return None if node.keys else False
    return False if isinstance(node, (ast.Constant, ast.JoinedStr, ast.Lambda, ast.Compare, ast.UnaryOp, ast.DictComp)) else None


INT = Kind("int", int_leaf, INT_CALLS, INT_METHODS, OTHER_TYPES | {"bool"})
BOOL = Kind("bool", bool_leaf, BOOL_CALLS, BOOL_METHODS, OTHER_TYPES | {"int"})
CONTAINER = Kind("container", container_leaf, CONTAINER_CALLS, CONTAINER_METHODS)
