"""Evaluates expressions in a world: names, displays and comprehensions; what they are made of stands in the classes below it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.frames.access import Access, put_item
from flake8_pitfalls.facts.frames.base import Infeasible
from flake8_pitfalls.facts.frames.domain import (
    MANY,
    NONE,
    Array,
    Dict,
    Env,
    External,
    Frame,
    Function,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.infer import (
    constant,
    item_of,
    label,
)
from flake8_pitfalls.facts.frames.rows import (
    fewer,
)
from flake8_pitfalls.facts.index import COMPREHENSIONS
from flake8_pitfalls.facts.names import BUILTINS

if TYPE_CHECKING:
    pass


DEEPEST = 60
LONGEST = 8  # items of a known iterable that are gone through one by one


class Evaluation(Access):
    """Expressions, by the type of their node; one that is not known here has no known value."""

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
        if name in env.scope.bindings or (env.scope.stars and self._by_star(name, world) is None):
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
