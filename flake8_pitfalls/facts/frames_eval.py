"""Evaluates expressions in a world: names, operators, displays, comprehensions, attributes and subscripts."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.frames_arrays import COMPARE, ArrayMethods, count_of
from flake8_pitfalls.facts.frames_base import Arguments, Infeasible
from flake8_pitfalls.facts.frames_domain import (
    ANY_FRAME,
    FALSE,
    MANY,
    NONE,
    TRUE,
    UNSET,
    Array,
    Class,
    Dict,
    Env,
    External,
    Frame,
    Function,
    Instance,
    List,
    Method,
    Partial,
    Ref,
    Row,
    Scalar,
    Value,
    World,
    same_label,
)
from flake8_pitfalls.facts.frames_infer import constant, family, item_of, kind_of_name, label, labels
from flake8_pitfalls.facts.frames_make import turned
from flake8_pitfalls.facts.frames_methods import FrameMethods, fewer, row_of, series_of, sliced, taken
from flake8_pitfalls.facts.index import COMPREHENSIONS
from flake8_pitfalls.facts.names import BUILTINS
from flake8_pitfalls.knowledge.dtypes import DATELIKE, UNITS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

DEEPEST = 60
LONGEST = 8  # items of a known iterable that are gone through one by one
NUMERIC = frozenset(("int", "float", "bool", "many"))
ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
LARGEST = 10**9
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


class Evaluation(FrameMethods, ArrayMethods):
    """Expressions, by the type of their node; one that is not known here has no known value."""

    def __init__(self, module: Module, budget: int) -> None:
        super().__init__(module, budget)
        self.tests: dict[ast.expr, Test] = {}

    def evaluate(self, node: ast.expr, world: World) -> Value:
        self.depth += 1
        try:
            if self.depth > DEEPEST:
                return None
            method: Callable[[Any, World], Value] | None = getattr(self, f"value_{node.__class__.__name__}", None)
            if method is not None:
                return method(node, world)
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    self.evaluate(child, world)
            return None
        finally:
            self.depth -= 1

    # Names and constants

    def value_Constant(self, node: ast.Constant, world: World) -> Value:
        return constant(node.value)

    def value_JoinedStr(self, node: ast.JoinedStr, world: World) -> Value:
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.evaluate(part.value, world)
        return Scalar("str")

    value_TemplateStr = None

    def value_Name(self, node: ast.Name, world: World) -> Value:
        return self.lookup(node.id, world)

    def lookup(self, name: str, world: World) -> Value:
        """What a name stands for in the running environment (language reference, 4.2.2)."""
        at: Ref | None = world.env
        start = True
        while at is not None:
            env = world.heap[at.at]
            assert isinstance(env, Env)
            declared = env.scope.outer.get(name)
            if declared is ast.Global:
                return self._in_module(name, world)
            if name in env.names and (start or not env.scope.is_class):
                return env.names[name]
            if declared is None and name in env.scope.bindings and not env.scope.is_class and env.parent is not None:
                return None
            at, start = env.parent, False
        return self._in_module(name, world)

    def _in_module(self, name: str, world: World) -> Value:
        env = world.heap[self.root(world).at]
        assert isinstance(env, Env)
        if name in env.names:
            return env.names[name]
        if name in env.scope.bindings or env.scope.stars and self._by_star(name, world) is None:
            return None
        if env.scope.stars and (found := self._by_star(name, world)):
            return self.resolved(External(found), world)
        return External(f"builtins.{name}") if name in BUILTINS else None

    def _by_star(self, name: str, world: World) -> str | None:
        """The dotted name that a star import brings, "" where none does, None where that is not known."""
        names = self.names(world)
        for star in reversed(names.module_scope.stars):
            exports = names.star(star)
            if exports is None:
                return None
            if name in exports:
                return f"{star.qualified}.{name}"
        return ""

    # Displays

    def _elements(self, nodes: Sequence[ast.expr], world: World) -> tuple[tuple[Value, ...], bool, bool]:
        """The values of a display, whether they are all, and whether anything may be among them."""
        found: list[Value] = []
        exact, strange = True, False
        for node in nodes:
            if not isinstance(node, ast.Starred):
                found.append(self.evaluate(node, world))
                continue
            value = self.evaluate(node.value, world)
            items, whole = self.items(value, world)
            listing = world.listing(value)
            strange = strange or self.is_unknown(value) or (listing is not None and listing.strange)
            exact = exact and whole
            found += [] if self.is_unknown(value) else items
        return tuple(found), exact, strange

    def is_unknown(self, value: Value) -> bool:
        return value is None or isinstance(value, (External, Method, Function))

    def value_List(self, node: ast.List, world: World) -> Value:
        return world.new(List(*self._in_order(self._elements(node.elts, world), "list")))

    def value_Tuple(self, node: ast.Tuple, world: World) -> Value:
        return List(*self._in_order(self._elements(node.elts, world), "tuple"))

    def value_Set(self, node: ast.Set, world: World) -> Value:
        return world.new(List(*self._in_order(self._elements(node.elts, world), "set")))

    @staticmethod
    def _in_order(found: tuple[tuple[Value, ...], bool, bool], form: str) -> tuple[tuple[Value, ...], bool, str, bool]:
        return found[0], found[1], form, found[2]

    def value_Dict(self, node: ast.Dict, world: World) -> Value:
        made = Dict()
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                inner = world.thing(self.evaluate(value, world))
                if isinstance(inner, Dict):
                    for one, item in inner.items:
                        made = put_item(made, one, item)
                    made = made._replace(more=(*made.more, *inner.more), strange=made.strange or inner.strange)
                else:
                    made = made._replace(strange=True)
                continue
            name = label(self.evaluate(key, world))
            made = put_item(made, name, self.evaluate(value, world))
        return world.new(made)

    def value_ListComp(self, node: ast.ListComp, world: World) -> Value:
        found, exact = self._comprehension(node, node.elt, world)
        return world.new(List(tuple(found), exact))

    def value_SetComp(self, node: ast.SetComp, world: World) -> Value:
        found, exact = self._comprehension(node, node.elt, world)
        return world.new(List(tuple(found), exact, "set"))

    def value_GeneratorExp(self, node: ast.GeneratorExp, world: World) -> Value:
        found, exact = self._comprehension(node, node.elt, world)
        return List(tuple(found), exact, "iter")

    def value_DictComp(self, node: ast.DictComp, world: World) -> Value:
        found, _ = self._comprehension(node, ast.Tuple([node.key, node.value], ast.Load()), world)
        made = Dict()
        for pair in found:
            assert isinstance(pair, List)
            made = put_item(made, label(pair.items[0]), pair.items[1])
        return world.new(made)

    def _comprehension(self, node: Any, result: ast.expr, world: World) -> tuple[list[Value], bool]:
        """The items that a comprehension makes; over what is not known, two turns stand for any number."""
        scope = self.names(world).scope_of_body(node)
        found: list[Value] = []
        first = self.evaluate(node.generators[0].iter, world)
        outer = world.env
        inner = world.new(Env(scope, outer, {}))

        def turn(level: int) -> bool:
            generator = node.generators[level]
            world.env = inner if level else outer
            iterable = first if level == 0 else self.evaluate(generator.iter, world)
            world.env = inner
            items, exact = self.items(iterable, world)
            for item in items:
                self.spend()
                self.store(generator.target, item, world)
                passes = True
                for test in generator.ifs:
                    answer = self.truth(self.evaluate(test, world), world)
                    if answer is None:  # taken to pass: what is left out is never guessed
                        exact = False
                        answer = True
                        self.weaken(test, world)
                    if not answer:
                        passes = False
                        break
                if not passes:
                    continue
                if level + 1 < len(node.generators):
                    exact = turn(level + 1) and exact
                else:
                    found.append(self.evaluate(result, world))
            return exact

        try:
            return found, turn(0)
        finally:
            world.env = outer

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

    # Operators

    def value_BinOp(self, node: ast.BinOp, world: World) -> Value:
        chain = [node]
        while isinstance(chain[-1].left, ast.BinOp):
            chain.append(chain[-1].left)
        value = self.evaluate(chain[-1].left, world)
        for part in reversed(chain):
            value = self.binary(part.op, value, self.evaluate(part.right, world), world)
        return value

    def binary(self, op: ast.operator, left: Value, right: Value, world: World) -> Value:
        if isinstance(left, Array) or isinstance(right, Array):
            return self.operate(op, left, right)
        if isinstance(left, Scalar) and isinstance(right, Scalar):
            return _scalar_operation(op, left, right)
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
        made = List(
            (*both[0].items, *both[1].items), both[0].exact and both[1].exact, both[0].form, both[0].strange or both[1].strange
        )
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
        if isinstance(count, int) and 0 <= count * len(listing.items) <= 4 * LONGEST:
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
        return self.evaluate(node.body if answer else node.orelse, world)

    def value_NamedExpr(self, node: ast.NamedExpr, world: World) -> Value:
        value = self.evaluate(node.value, world)
        env, at = world.heap[world.env.at], world.env
        while isinstance(env, Env) and isinstance(env.scope.node, COMPREHENSIONS) and env.parent is not None:
            at = env.parent
            env = world.heap[at.at]
        inner, world.env = world.env, at
        self.store(node.target, value, world)
        world.env = inner
        return value

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
            answer = _is_same(left, right)
            return Scalar("bool") if answer is None else Scalar("bool", answer is isinstance(op, ast.Is))
        if isinstance(op, (ast.In, ast.NotIn)):
            answer = self._contains(right, left, world)
            return Scalar("bool") if answer is None else Scalar("bool", answer is isinstance(op, ast.In))
        if isinstance(left, Array) or isinstance(right, Array):
            return self.compared(left, right, op)
        if isinstance(left, Scalar) and isinstance(right, Scalar):
            return _compared(op, left, right)
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

    # Attributes and subscripts

    def value_Attribute(self, node: ast.Attribute, world: World) -> Value:
        return self.attribute(self.evaluate(node.value, world), node.attr, node, world)

    def attribute(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        if isinstance(value, External):
            dotted = f"{value.name}.{name}"
            kind = kind_of_name(dotted)
            return Scalar(kind) if kind is not None else self.resolved(External(dotted), world)
        if isinstance(value, Row):
            return self.row_attribute(value, name, world)
        if isinstance(value, Array):
            if name in ("empty", "size", "shape", "values", "dtype", "name", "index", "T"):
                return self.array_attribute(value, name, world)
            return Method(value, name)
        thing = world.thing(value)
        if isinstance(thing, Frame):
            return self._frame_attribute(value, thing, name)
        if isinstance(thing, (Instance, Class)):
            return self.member(value, name, node, world)
        return None if value is None and name.isupper() else Method(value, name)

    def row_attribute(self, row: Row, name: str, world: World) -> Value:
        """A label of a row as an attribute, or its transposition: a frame of one row, all in the row's dtype."""
        if name == "T" and row.turned:
            return world.new(turned(row))
        if name == "T":
            return row
        return row_item(row, name) if any(one == name for one, _ in row.items) and not row.turned else Method(row, name)

    def member(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        """An attribute of an instance or a class of this module."""
        raise NotImplementedError

    def _frame_attribute(self, value: Value, frame: Frame, name: str) -> Value:
        if name == "empty":
            return Scalar("bool") if frame.is_empty is None else Scalar("bool", frame.is_empty)
        if name == "columns":
            if frame.is_open:
                return Array("index")
            return Array("index", "object", len(frame.columns), "none", values=frame.labels, index=("range", len(frame.columns)))
        if name == "shape":
            width = Scalar("int") if frame.is_open else Scalar("int", len(frame.columns))
            return List((count_of(frame.rows), width), True, "tuple")
        if name == "size":
            return Scalar("int", 0) if frame.is_empty is True else Scalar("int") if frame.is_empty is None else Scalar("many")
        if name == "index":
            return Array("index", "int64" if frame.index and frame.index[0] == "range" else "?", frame.rows, index=frame.index)
        if name == "dtypes":
            return Array("dtypes", values=tuple((one, column.dtype) for one, column in frame.columns))
        if name == "values":
            return Array("array", rows=frame.rows, width=len(frame.columns), index=frame.index)
        if name == "T":
            return None
        return series_of(frame, name) if frame.column(name) is not None else Method(value, name)

    def value_Subscript(self, node: ast.Subscript, world: World) -> Value:
        holder = self.evaluate(node.value, world)
        if isinstance(node.slice, ast.Slice):
            return self._sliced(holder, self.slice(node.slice, world), node, world)
        if isinstance(holder, External) and holder.name != "builtins.list":
            return None
        return self.item(holder, self.evaluate(node.slice, world), node, world)

    def slice(self, node: ast.Slice, world: World) -> slice | None:
        """A slice of constants; None where a part is not known."""
        parts: list[Any] = []
        for part in (node.lower, node.upper, node.step):
            found = label(self.evaluate(part, world)) if part is not None else None
            if found is UNSET or not isinstance(found, (int, type(None))):
                return None
            parts.append(found)
        return slice(*parts)

    def _sliced(self, holder: Value, part: slice | None, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        frame = world.frame(holder)
        if frame is not None:
            return world.new(sliced(frame, part, line) if part is not None else fewer(frame))
        if isinstance(holder, Method) and holder.name in ("iloc", "loc"):
            frame = world.frame(holder.of)
            if frame is not None:
                known = part if holder.name == "iloc" and part is not None else None
                return world.new(sliced(frame, known, line) if known is not None else fewer(frame)._replace(line=line))
            if isinstance(holder.of, Array):
                rows = 0 if part == slice(None, 0) and holder.name == "iloc" else None
                return self.array_method(holder.of, "head", Arguments(), node, world) if rows is None else holder.of._replace(rows=0, mask=(), values=None)
            return None
        if isinstance(holder, Array):
            return holder._replace(rows=0 if part == slice(None, 0) else None, mask=None, values=None, index=None, na="?" if holder.na == "some" else holder.na)
        listing = world.listing(holder)
        if listing is None:
            return holder if isinstance(holder, Scalar) and holder.kind == "str" and holder.const is UNSET else Scalar("str") if isinstance(
                holder, Scalar
            ) and holder.kind == "str" else None
        made = listing._replace(items=listing.items[part]) if listing.exact and part is not None else listing._replace(exact=False)
        return made if made.form in ("tuple", "iter") else world.new(made)

    def item(self, holder: Value, key: Value, node: ast.AST, world: World) -> Value:
        frame = world.frame(holder)
        if frame is not None:
            return self._of_frame(frame, key, node, world)
        if isinstance(holder, Method) and holder.name in ("iloc", "loc", "at", "iat"):
            frame = world.frame(holder.of)
            return self._located(frame, holder.name, key, node, world) if frame is not None else None
        if isinstance(holder, Row):
            return row_item(holder, label(key))
        if isinstance(holder, Array):
            if isinstance(key, Array) or world.listing(key) is not None:
                return self.array_method(holder, "head", Arguments(), node, world)
            return item_of(holder) if holder.form != "row" else None
        thing = world.thing(holder)
        if isinstance(thing, Dict):
            return self._of_dict_key(holder, thing, key, node, world)
        listing = world.listing(holder)
        place = label(key)
        if listing is None or listing.strange:
            return None
        if not listing.exact:
            return listing.items[self.choose(len(listing.items))] if listing.items else None
        if isinstance(place, int) and -len(listing.items) <= place < len(listing.items):
            return listing.items[place]
        if isinstance(place, int):
            raise Infeasible
        return listing.items[self.choose(len(listing.items))] if listing.items else None

    def _of_dict_key(self, holder: Value, thing: Dict, key: Value, node: ast.AST, world: World) -> Value:
        place = label(key)
        found = thing.get(place) if place is not UNSET else None
        if found is not None:
            return found[0]
        if thing.factory is not None and isinstance(holder, Ref) and not thing.strange:
            made = self.call(thing.factory, Arguments(), node, world)
            current = world.thing(holder)
            if isinstance(current, Dict):
                world.put(holder, put_item(current, place, made))
            return made
        if thing.strange:
            return None
        if place is not UNSET and not thing.more:
            raise Infeasible
        values = [*(value for _, value in thing.items), *thing.more] if place is UNSET else [*thing.more]
        return values[self.choose(len(values))] if values else None

    def _of_frame(self, frame: Frame, key: Value, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        name = label(key)
        if name is not UNSET:
            if frame.column(name) is None and not frame.is_open:
                raise Infeasible
            return series_of(frame, name)
        if isinstance(key, Array) and key.dtype == "bool" and key.form in ("series", "array"):
            if key.values is not None and frame.rows == len(key.values):
                return world.new(taken(frame, [n for n, one in enumerate(key.values) if one], line))
            return world.new(fewer(frame))
        wanted = labels(key, world)
        if wanted is None:
            return world.new(fewer(frame) if isinstance(key, Array) and key.form == "series" else ANY_FRAME) if world.listing(key) is not None or isinstance(key, Array) else None
        if wanted and all(isinstance(one, bool) for one in wanted):
            return world.new(taken(frame, [n for n, one in enumerate(wanted) if one], line) if frame.rows == len(wanted) else fewer(frame))
        if any(frame.column(one) is None for one in wanted):
            if not frame.is_open:
                raise Infeasible
            return world.new(ANY_FRAME)
        return world.new(frame.only(wanted)._replace(is_open=False))

    def _located(self, frame: Frame, how: str, key: Value, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        parts = key.items if isinstance(key, List) and key.form == "tuple" else (key,)
        rows = parts[0]
        if len(parts) == 1:
            found = labels(rows, world) if world.listing(rows) is not None else None
            if found is not None and how == "iloc" and frame.rows is not None and all(isinstance(n, int) for n in found):
                inside = frame.rows >= 0 and all(-frame.rows <= n < frame.rows for n in found)
                return world.new(taken(frame, [n % frame.rows for n in found], line) if inside and frame.rows else fewer(frame))
            if isinstance(rows, Array) and rows.dtype == "bool":
                return self._of_frame(frame, rows, node, world)
            if world.listing(rows) is not None or isinstance(rows, Array):
                return world.new(fewer(frame))
            return row_of(frame, promoted=True, line=line)
        if how == "loc" and len(parts) == 2 and isinstance(rows, Scalar) and rows.kind == "slice":
            return self._of_frame(frame, parts[1], node, world)
        return None

    def value_Slice(self, node: ast.Slice, world: World) -> Value:
        whole = node.lower is None and node.upper is None and node.step is None
        return Scalar("slice") if whole else None

    # The rest

    def value_Await(self, node: ast.Await, world: World) -> Value:
        return self.evaluate(node.value, world)

    def value_Lambda(self, node: ast.Lambda, world: World) -> Value:
        return Function(node, world.env)

    def value_Yield(self, node: ast.Yield, world: World) -> Value:
        world.yielded = (*world.yielded, self.evaluate(node.value, world) if node.value is not None else NONE)
        return None

    def value_YieldFrom(self, node: ast.YieldFrom, world: World) -> Value:
        value = self.evaluate(node.value, world)
        items, _ = self.items(value, world)
        world.yielded = (*world.yielded, *items)
        return None

    def value_Starred(self, node: ast.Starred, world: World) -> Value:
        return self.evaluate(node.value, world)

    # Truth and items

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
            return True if thing.items or thing.more else None if thing.strange or thing.factory is not None and False else False
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

    def items(self, value: Value, world: World) -> tuple[list[Value], bool]:
        listing = world.listing(value)
        if listing is not None:
            if listing.strange:
                return [*listing.items, None], False
            if listing.exact and len(listing.items) > LONGEST:
                return list(listing.items[:LONGEST]), False
            return list(listing.items), listing.exact
        thing = world.thing(value)
        if isinstance(thing, Dict):
            keys: list[Value] = [constant(key) for key, _ in thing.items]
            return (keys, True) if not thing.strange and not thing.more else ([*keys, None], False)
        if isinstance(thing, Frame):
            names: list[Value] = [constant(name) for name in thing.labels]
            return (names, True) if not thing.is_open else ([*names, None], False)
        if isinstance(value, Array):
            if value.values is not None and len(value.values) <= LONGEST:
                return [constant(one) for one in value.values], True
            one = item_of(value)
            return ([], True) if value.rows == 0 else ([one, one], False)
        if isinstance(value, Method) and value.name == "groups" and (frame := world.frame(value.of)) is not None:
            return [List((None, world.new(fewer(frame)._replace(rows=MANY))), True, "tuple") for _ in range(2)], False
        if isinstance(value, Scalar) and isinstance(value.const, str) and len(value.const) <= LONGEST:
            return [constant(character) for character in value.const], True
        if isinstance(value, Scalar) and value.kind == "str":
            return [Scalar("str"), Scalar("str")], False
        if value is NONE:
            raise Infeasible
        return [None, None], False


def row_item(row: Row, name: Any) -> Value:
    """The value at a label of a row, or at a place."""
    for one, value in row.items:
        if same_label(one, name):
            return value
    return row.items[name][1] if isinstance(name, int) and -len(row.items) <= name < len(row.items) else None


def put_item(holder: Dict, key: Any, value: Value) -> Dict:
    """The dict with one item more, or another one under its key; under a key that is not known, it may be any."""
    if key is UNSET:
        return holder._replace(more=(*holder.more, value)) if value not in holder.more else holder
    if holder.get(key) is None:
        return holder._replace(items=(*holder.items, (key, value)))
    return holder._replace(items=tuple((one, value if same_label(one, key) else item) for one, item in holder.items))


def _normal(test: ast.expr) -> tuple[str, bool]:
    """A test as a text without its `not`s, and whether it stands as it is."""
    truth = True
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, truth = test.operand, not truth
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.IsNot, ast.NotEq, ast.NotIn)):
        other = {ast.IsNot: ast.Is, ast.NotEq: ast.Eq, ast.NotIn: ast.In}[type(test.ops[0])]
        return ast.dump(ast.Compare(test.left, [other()], test.comparators)), not truth
    return ast.dump(test), truth


def _is_same(left: Value, right: Value) -> bool | None:
    """`left is right`, where one is None."""
    if isinstance(left, Scalar) and isinstance(right, Scalar):
        if "none" in (left.kind, right.kind):
            return left.kind == right.kind
        if isinstance(left.const, bool) and isinstance(right.const, bool):
            return left.const is right.const
        return None
    if isinstance(left, Ref) and isinstance(right, Ref):
        return left == right
    known, none = (left, right) if isinstance(right, Scalar) else (right, left)
    if isinstance(none, Scalar) and none.kind == "none" and isinstance(known, (Ref, Array, List, Function)):
        return False
    return None


def _compared(op: ast.cmpop, left: Scalar, right: Scalar) -> Scalar:
    compare = COMPARE.get(type(op))
    if compare is not None and left.const is not UNSET and right.const is not UNSET:
        try:
            return Scalar("bool", bool(compare(left.const, right.const)))
        except TypeError:
            raise Infeasible from None
    for many, other, flipped in ((left, right, False), (right, left, True)):
        if many.kind == "many" and isinstance(other.const, (int, float)):
            return _many_compared(op, other.const, flipped)
    return Scalar("bool")


def _many_compared(op: ast.cmpop, number: float, flipped: bool) -> Scalar:
    """A count of one or more beside a number."""
    if flipped:
        op = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}.get(type(op), type(op))()  # type: ignore[abstract]
    if number <= 0 or (number == 1 and isinstance(op, (ast.GtE, ast.Lt))):
        return Scalar("bool", isinstance(op, (ast.Gt, ast.GtE, ast.NotEq)))
    return Scalar("bool")


def _scalar_operation(op: ast.operator, left: Scalar, right: Scalar) -> Value:
    numbers = isinstance(left.const, (int, float)) and isinstance(right.const, (int, float))
    texts = isinstance(left.const, str) and isinstance(right.const, str) and isinstance(op, ast.Add)
    act = ARITHMETIC.get(type(op))
    if act is not None and (texts or (numbers and abs(left.const) < LARGEST and abs(right.const) < LARGEST)):
        try:
            return constant(act(left.const, right.const))
        except (ArithmeticError, TypeError, ValueError):
            raise Infeasible from None
    if "many" in (left.kind, right.kind) and isinstance(op, ast.Add) and {left.kind, right.kind} <= {"many", "int"}:
        number = right if left.kind == "many" else left
        return Scalar("many") if number.kind == "many" or (isinstance(number.const, int) and number.const >= 0) else Scalar("int")
    kinds = {"int" if kind in ("many", "bool") else kind for kind in (left.kind, right.kind)}
    if "nan" in kinds and kinds <= {"nan", "int", "float"}:
        return Scalar("nan")
    if kinds <= {"int", "float"}:
        return Scalar("float" if "float" in kinds or isinstance(op, ast.Div) else "int" if not isinstance(op, ast.Pow) else "float")
    if left.kind == "str" and isinstance(op, (ast.Mod, ast.Mult)) or kinds == {"str"}:
        return Scalar("str")
    return _dates(op, left.kind, right.kind, kinds)


def _dates(op: ast.operator, left: str, right: str, kinds: set[str]) -> Value:
    """Dates and spans of time; the result has the finer unit of both."""
    kinds = {family(kind) for kind in kinds}
    units = [kind.partition(":")[2] or "?" for kind in (left, right) if family(kind) in DATELIKE]
    unit = "?" if "?" in units or not units else max(units, key=UNITS.index)
    if kinds in ({"datetime"}, {"datetime UTC"}) and isinstance(op, ast.Sub):
        return Scalar(f"timedelta:{unit}")
    if len(kinds) == 2 and "timedelta" in kinds and kinds & {"datetime", "datetime UTC"}:
        return Scalar(f"{(kinds - {'timedelta'}).pop()}:{unit}")
    if kinds == {"date", "timedelta"}:
        return Scalar("date")
    if kinds == {"date"} and isinstance(op, ast.Sub):
        return Scalar("timedelta:us")
    if kinds == {"timedelta"}:
        return Scalar("float") if isinstance(op, ast.Div) else Scalar(f"timedelta:{unit}")
    if "timedelta" in kinds and kinds <= {"timedelta", "int", "float"}:
        return Scalar(f"timedelta:{unit}")
    return None


__all__ = ["FALSE", "MANY", "Evaluation", "put_item"]
