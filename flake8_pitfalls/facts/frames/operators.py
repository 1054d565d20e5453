"""Operators, comparisons and tests, and which way a test goes that is not understood."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.frames.arrays import ArrayMethods
from flake8_pitfalls.facts.frames.base import Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    TRUE,
    UNSET,
    Array,
    Class,
    Dict,
    External,
    Frame,
    Function,
    Instance,
    List,
    Method,
    Partial,
    Ref,
    Scalar,
    Value,
    World,
    same_label,
)
from flake8_pitfalls.facts.frames.infer import (
    constant,
    label,
    labels,
)
from flake8_pitfalls.facts.frames.scalars import compared, is_same, scalar_operation

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


from flake8_pitfalls.facts.frames.methods import FrameMethods

NUMERIC = frozenset(("int", "float", "bool", "many"))
# How what is joined by `/` is called: a directory, a file, an address.
PLACE = re.compile(r"path|dir|folder|root|base|home|file|here|parent|prefix|cwd|tmp|temp|location|source|target|dest|out|ur[il]", re.I)
LONGEST = 32  # items of a list that is repeated
SETS: dict[type, Callable[[list[Any], list[Any]], list[Any]]] = {
    ast.Sub: lambda one, other: [item for item in one if item not in other],
    ast.BitAnd: lambda one, other: [item for item in one if item in other],
    ast.BitOr: lambda one, other: [*one, *(item for item in other if item not in one)],
}


class Test(NamedTuple):
    """A test: its text without `not`, whether it stands as it is, the names and attributes it reads, and whether it calls nothing."""

    text: str
    truth: bool
    reads: tuple[ast.Name | ast.Attribute, ...]
    names: frozenset[str]
    is_pure: bool


class Operators(FrameMethods, ArrayMethods):
    """Expressions that are made of others by an operator."""

    def __init__(self, module: Module, budget: int) -> None:
        super().__init__(module, budget)
        self.tests: dict[ast.expr, Test] = {}

    def is_unknown(self, value: Value) -> bool:
        return value is None or isinstance(value, (External, Method, Function))

    def weaken(self, test: ast.expr, world: World) -> None:
        """Forgets what is known of the frames that a test asks about in a way that is not understood."""
        for part in self.test_of(test).reads:
            value = self.lookup(part.id, world) if isinstance(part, ast.Name) else self.plain_attribute(part, world)
            frame = world.frame(value)
            if frame is not None and isinstance(value, Ref):
                world.put(value, ANY_FRAME._replace(line=frame.line))

    def test_of(self, test: ast.expr) -> Test:
        """What is asked of a test again and again."""
        found = self.tests.get(test)
        if found is None:
            parts = list(ast.walk(test))
            reads = tuple(part for part in parts if isinstance(part, (ast.Name, ast.Attribute)) and isinstance(part.ctx, ast.Load))
            pure = not any(isinstance(part, (ast.Call, ast.Await, ast.NamedExpr)) for part in parts)
            names = frozenset(part.id for part in reads if isinstance(part, ast.Name))
            found = self.tests[test] = Test(*_normal(test), reads, names, pure)
        return found

    def plain_attribute(self, node: ast.Attribute, world: World) -> Value:
        """`self.frame` without running anything."""
        if isinstance(node.value, ast.Name):
            thing = world.thing(self.lookup(node.value.id, world))
            if isinstance(thing, (Instance, Class)):
                return thing.attributes.get(node.attr)
        return None

    def value_BinOp(self, node: ast.BinOp, world: World) -> Value:
        chain = [node]
        while isinstance(chain[-1].left, ast.BinOp):
            chain.append(chain[-1].left)
        value = self.evaluate(chain[-1].left, world)
        for part in reversed(chain):
            right = self.evaluate(part.right, world)
            is_ratio = value is None and right is None and isinstance(part.op, ast.Div) and not _names_a_place(part.left)
            value = Scalar("float") if is_ratio else self.binary(part.op, value, right, world)
        return value

    def binary(self, op: ast.operator, left: Value, right: Value, world: World) -> Value:
        if isinstance(left, Array) or isinstance(right, Array):
            return self.operate(op, left, right)
        if isinstance(left, Scalar) and isinstance(right, Scalar):
            return scalar_operation(op, left, right)
        one, other = world.listing(left), world.listing(right)
        if isinstance(op, ast.Add) and (one is not None or other is not None):
            return self._joined_lists(one, other, world)
        if one is not None and other is not None and "set" in (one.form, other.form):
            return self._of_sets(op, left, right, world)
        if isinstance(op, ast.Mult) and (one is not None or other is not None):
            return self._repeated(one or other, right if one is not None else left, world)
        if world.frame(left) is not None or world.frame(right) is not None:
            return world.new(ANY_FRAME)
        if isinstance(op, ast.Div) and any(isinstance(value, Scalar) and value.kind in NUMERIC for value in (left, right)):
            return Scalar("float")
        known = left if isinstance(left, Scalar) else right
        if isinstance(known, Scalar) and known.kind == "float" and isinstance(op, (ast.Add, ast.Sub, ast.Mult)):
            return Scalar("float")
        if isinstance(left, Scalar) and left.kind == "str" and isinstance(op, ast.Mod):
            return Scalar("str")
        if isinstance(known, Scalar) and known.kind == "str" and isinstance(op, ast.Add):
            return Scalar("str")
        return None

    def _joined_lists(self, one: List | None, other: List | None, world: World) -> Value:
        both = [found or List((), False, "list", True) for found in (one, other)]
        made = List((*both[0].items, *both[1].items), both[0].exact and both[1].exact, both[0].form, both[0].strange or both[1].strange)
        return made if made.form == "tuple" else world.new(made)

    def _of_sets(self, op: ast.operator, left: Value, right: Value, world: World) -> Value:
        """`-`, `&` and `|` of sets whose items are constants."""
        one, other = labels(left, world), labels(right, world)
        act = SETS.get(type(op))
        if one is None or other is None or act is None:
            return world.new(List((), False, "set", True))
        return world.new(List(tuple(constant(item) for item in act(one, other)), True, "set"))

    def _repeated(self, listing: List | None, times: Value, world: World) -> Value:
        assert listing is not None
        count = times.const if isinstance(times, Scalar) else UNSET
        if isinstance(count, int) and 0 <= count * len(listing.items) <= LONGEST:
            made = listing._replace(items=listing.items * count)
        else:
            made = listing._replace(exact=False)
        return made if listing.form == "tuple" else world.new(made)

    def value_UnaryOp(self, node: ast.UnaryOp, world: World) -> Value:
        value = self.evaluate(node.operand, world)
        if isinstance(node.op, ast.Not):
            answer = self.truth(value, world)
            return Scalar("bool") if answer is None else Scalar("bool", not answer)
        if isinstance(value, Array):
            flipped = isinstance(node.op, ast.Invert) and value.values is not None and value.dtype == "bool"
            return value._replace(values=tuple(not one for one in value.values or ()) if flipped else None)
        if isinstance(value, Scalar) and value.kind in NUMERIC and not isinstance(node.op, ast.Invert):
            if value.const is UNSET or isinstance(value.const, bool):
                return Scalar(value.kind) if value.kind in ("int", "float") else Scalar("int")
            return Scalar(value.kind, -value.const if isinstance(node.op, ast.USub) else value.const)
        frame = world.frame(value)
        return world.new(ANY_FRAME) if frame is not None else None

    def value_BoolOp(self, node: ast.BoolOp, world: World) -> Value:
        stops_at = isinstance(node.op, ast.Or)
        value: Value = None
        for n, part in enumerate(node.values):
            value = self.evaluate(part, world)
            if n == len(node.values) - 1:
                break
            answer = self.truth(value, world)
            if answer is None:
                answer = self.decide(part, world)
            if answer is stops_at:
                return value
        return value

    def decide(self, test: ast.expr, world: World) -> bool:
        """Goes one way, then the other, where a test's outcome is not known; the same test comes out the same until something changes."""
        asked = self.test_of(test)
        known = world.assumed.get(asked.text)
        if known is not None:
            return known[0] is asked.truth
        answer = self.choose(2) == 0
        self.weaken(test, world)
        if asked.is_pure:
            world.assumed[asked.text] = (answer is asked.truth, asked.names)
        return answer

    def value_IfExp(self, node: ast.IfExp, world: World) -> Value:
        answer = self.truth(self.evaluate(node.test, world), world)
        if answer is None:
            answer = self.decide(node.test, world)
        value = self.evaluate(node.body if answer else node.orelse, world)
        other = node.orelse if answer else node.body
        is_alike = value is None and isinstance(other, ast.Constant) and type(other.value) is float
        return Scalar("float") if is_alike else value  # `rate if known else 0.0`

    def value_Compare(self, node: ast.Compare, world: World) -> Value:
        left = self.evaluate(node.left, world)
        result: Value = TRUE
        for op, comparator in zip(node.ops, node.comparators, strict=True):
            right = self.evaluate(comparator, world)
            result = self.compare(op, left, right, world)
            if self.truth(result, world) is not True:
                return result
            left = right
        return result

    def compare(self, op: ast.cmpop, left: Value, right: Value, world: World) -> Value:
        if isinstance(op, (ast.Is, ast.IsNot)):
            answer = is_same(left, right)
            return Scalar("bool") if answer is None else Scalar("bool", answer is isinstance(op, ast.Is))
        if isinstance(op, (ast.In, ast.NotIn)):
            answer = self._contains(right, left, world)
            return Scalar("bool") if answer is None else Scalar("bool", answer is isinstance(op, ast.In))
        if isinstance(left, Array) or isinstance(right, Array):
            return self.compared(left, right, op)
        if isinstance(left, Scalar) and isinstance(right, Scalar):
            return compared(op, left, right)
        if world.frame(left) is not None or world.frame(right) is not None:
            return world.new(ANY_FRAME)
        if isinstance(op, (ast.Eq, ast.NotEq)) and world.listing(left) is not None and world.listing(right) is not None:
            one, other = labels(left, world), labels(right, world)
            if one is not None and other is not None:
                return Scalar("bool", (one == other) is isinstance(op, ast.Eq))
        return Scalar("bool") if not self.is_unknown(left) and not self.is_unknown(right) else None

    def _contains(self, holder: Value, item: Value, world: World) -> bool | None:
        wanted = label(item)
        thing = world.thing(holder)
        if isinstance(thing, Dict):
            if not thing.items and not thing.more and not thing.strange:
                return False
            if wanted is UNSET:
                return None
            return True if thing.get(wanted) is not None else None if thing.strange or thing.more else False
        if isinstance(thing, Frame):
            return None if wanted is UNSET else True if thing.column(wanted) is not None else None if thing.is_open else False
        known = labels(holder, world)
        if known is None or wanted is UNSET:
            return None
        return any(same_label(one, wanted) for one in known)

    def truth(self, value: Value, world: World) -> bool | None:
        if isinstance(value, Scalar):
            if value.kind in ("none", "many", "nan"):
                return value.kind != "none"
            return None if value.const is UNSET else bool(value.const)
        listing = world.listing(value)
        if listing is not None:
            return True if listing.items else False if listing.exact and not listing.strange else None
        thing = world.thing(value)
        if isinstance(thing, Dict):
            return True if thing.items or thing.more else None if thing.strange else False
        if isinstance(thing, Frame):
            raise Infeasible  # pandas raises: the truth value of a DataFrame is ambiguous
        if isinstance(value, (Function, Partial)) or isinstance(thing, Class):
            return True
        if isinstance(thing, Instance) and not self._has_truth(value, world):
            return True
        return None

    def _has_truth(self, value: Value, world: World) -> bool:
        node = ast.Pass()
        return any(self.member(value, name, node, world) is not None for name in ("__bool__", "__len__"))


def _names_a_place(node: ast.expr) -> bool:
    """Whether what stands before a `/` is called like a directory or an address, which is joined by it."""
    while isinstance(node, (ast.BinOp, ast.Call, ast.Subscript)):
        node = node.left if isinstance(node, ast.BinOp) else node.func if isinstance(node, ast.Call) else node.value
    words = [node.attr] if isinstance(node, ast.Attribute) else [node.id] if isinstance(node, ast.Name) else []
    while isinstance(node, ast.Attribute):
        node = node.value
        words += [node.attr] if isinstance(node, ast.Attribute) else [node.id] if isinstance(node, ast.Name) else []
    return any(PLACE.search(word) for word in words)


def _normal(test: ast.expr) -> tuple[str, bool]:
    """A test as a text without its `not`s, and whether it stands as it is."""
    truth = True
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, truth = test.operand, not truth
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.IsNot, ast.NotEq, ast.NotIn)):
        other = {ast.IsNot: ast.Is, ast.NotEq: ast.Eq, ast.NotIn: ast.In}[type(test.ops[0])]
        return ast.dump(ast.Compare(test.left, [other()], test.comparators)), not truth
    return ast.dump(test), truth
