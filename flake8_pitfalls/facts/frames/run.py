"""Runs the statements of a scope in worlds: each is one way that the program can take; none is merged with one that differs in frames.

All that is said of a concat is said of a way that the text shows: a loop is gone through a few times, a branch both ways where
its test is not known, and what would be too much is left out. Leaving out can only silence.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.flow import Flow
from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    NONE,
    Class,
    Env,
    External,
    Function,
    Instance,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.modules import Modules
from flake8_pitfalls.facts.frames.worlds import merged
from flake8_pitfalls.knowledge.dtypes import KIND_BY_CLASS

if TYPE_CHECKING:
    pass

State = list[World]
MOST_WAYS = 10
TURNS = 3  # of a loop whose end is not known
KNOWN_TURNS = 10
KEEPING = {
    "builtins.staticmethod": "staticmethod",
    "builtins.classmethod": "classmethod",
    "builtins.property": "property",
    "functools.cached_property": "property",
    "functools.cache": "",
    "functools.lru_cache": "",
    "functools.wraps": "",
    "abc.abstractmethod": "",
    "typing.override": "",
    "typing.no_type_check": "",
}


class Machine(Modules):
    """Everything together: runs a module's body, its functions when they are called, and each by itself."""

    def ways(self, action: Callable[[World], None], world: World) -> State:
        """The worlds that an action leads to: it is run again for each choice that it met."""
        saved = self._script, self._taken, self._open
        found: State = []
        waiting: list[list[int]] = [[]]
        try:
            while waiting and len(found) < MOST_WAYS:
                self._script, self._taken, self._open = waiting.pop(0), [], []
                self.spend()
                way = world.copy()
                try:
                    action(way)
                except Infeasible:
                    pass
                else:
                    found.append(way)
                waiting += self._open
        finally:
            self._script, self._taken, self._open = saved
        return found

    def invoke(self, function: Function, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """Calls a function of this module in a copy of the world for each way, and goes on in one of them."""
        outer = world.env
        names = self._parameters(function, arguments, node, world)
        world.env = function.env
        scope = self.names(world).scope_of_body(function.node)
        world.env = world.new(Env(scope, function.env, names))
        self.calling.append(function.node)
        self.called.add(function.node)
        try:
            if isinstance(function.node, ast.Lambda):
                return self.evaluate(function.node.body, world)
            ends = self.body(function.node.body, world)
            generates = self.is_generator(function.node, world)
        finally:
            self.calling.pop()
            world.env = outer
        if not ends:
            raise Infeasible
        end = ends[self.choose(len(ends))]
        world.heap = dict(end.heap)
        if generates:
            return List(end.yielded, True, "iter")
        return end.returned

    def body(self, statements: list[ast.stmt], world: World) -> State:
        """The worlds in which a function's body can end, each with what it returns."""
        inside = world.copy()
        inside.yielded, inside.returned, inside.assumed = (), NONE, {}
        runner = Runner(self)
        return runner.function(statements, [inside])

    def is_generator(self, node: ast.FunctionDef | ast.AsyncFunctionDef, world: World) -> bool:
        owner = self.owner(world)
        if owner not in self._generators:
            self._generators[owner] = {owner.index.function(one) for one in owner.index.of(ast.Yield, ast.YieldFrom)}
        return node in self._generators[owner]

    def run_body(self, statements: list[ast.stmt], world: World) -> World | None:
        """The first world at the end of another module's body."""
        ends = Runner(self).function(statements, [world])
        return ends[0] if ends else None

    def _parameters(self, function: Function, arguments: Arguments, node: ast.AST, world: World) -> dict[str, Value]:
        """The values of the parameters; what is not given has its default, or what its annotation says."""
        spec = function.node.args
        positional = [*spec.posonlyargs, *spec.args]
        defaults = dict(zip([one.arg for one in positional[len(positional) - len(spec.defaults) :]], spec.defaults, strict=True))
        defaults.update({one.arg: default for one, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if default is not None})
        found: dict[str, Value] = {one.arg: given for one, given in zip(positional, arguments.given, strict=False)}
        for one in [*positional, *spec.kwonlyargs]:
            if one.arg in found:
                continue
            if one.arg in arguments.named:
                found[one.arg] = arguments.named[one.arg]
            elif one.arg in defaults and arguments.sure:
                outer, world.env = world.env, function.env
                found[one.arg] = self.evaluate(defaults[one.arg], world)
                world.env = outer
            else:
                found[one.arg] = None
        for one in [*positional, *spec.kwonlyargs]:
            if found[one.arg] is None and one.annotation is not None:
                found[one.arg] = self.annotated(one.annotation, function.env, world)
        if spec.vararg is not None:
            rest = arguments.given[len(positional) :]
            found[spec.vararg.arg] = List(tuple(rest), arguments.sure, "tuple", not arguments.sure)
        if spec.kwarg is not None:
            from flake8_pitfalls.facts.frames.domain import Dict

            known = {one.arg for one in [*positional, *spec.kwonlyargs]}
            rest_named = tuple((name, value) for name, value in arguments.named.items() if name not in known)
            found[spec.kwarg.arg] = world.new(Dict(rest_named, (), not arguments.sure))
        return found

    def annotated(self, annotation: ast.expr, env: Ref, world: World) -> Value:
        """What an annotation says of a value: a number, a text, a frame of which nothing else is known, a list of such."""
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            try:
                annotation = ast.parse(annotation.value, mode="eval").body
            except (SyntaxError, ValueError):
                return None
        outer, world.env = world.env, env
        try:
            if isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, (ast.Name, ast.Attribute)):
                of = self.evaluate(annotation.value, world)
                if isinstance(of, External) and of.name in (
                    "builtins.list",
                    "typing.List",
                    "typing.Sequence",
                    "collections.abc.Sequence",
                    "typing.Iterable",
                ):
                    item = self._of_class(self.evaluate(annotation.slice, world))
                    return world.new(List((item,), False)) if item is not None else None
                return None
            if not isinstance(annotation, (ast.Name, ast.Attribute)):
                return None
            value = self.evaluate(annotation, world)
            if isinstance(value, External) and value.name == "pandas.DataFrame":
                return world.new(ANY_FRAME)
            thing = world.thing(value)
            return self._of_class(value) if not isinstance(thing, Class) else None
        finally:
            world.env = outer

    def _of_class(self, value: Value) -> Value:
        kind = KIND_BY_CLASS.get(value.name) if isinstance(value, External) else None
        return Scalar(kind) if kind is not None else None

    # Definitions

    def define(self, node: ast.FunctionDef | ast.AsyncFunctionDef, world: World) -> Value:
        """A function as its decorators leave it: those of this module are called, others are known to keep it, or it is unknown."""
        made: Value = Function(node, world.env)
        self.functions.setdefault(node, Function(node, world.env))
        for decorator in reversed(node.decorator_list):
            value = self.evaluate(decorator, world)
            if isinstance(value, Method) and isinstance(value.of, Function) and value.name in ("setter", "deleter"):
                return value.of  # the property itself: it is asked for what its getter gives
            name = value.name if isinstance(value, External) else ""
            if isinstance(decorator, ast.Call) and not name:
                name = self.dotted(decorator.func, world)
            if name in KEEPING and isinstance(made, Function):
                made = made._replace(kind=KEEPING[name] or made.kind)
            elif isinstance(value, Function) and value.kind == "":
                made = self.call(value, Arguments((made,)), node, world)
            else:
                made = made._replace(kind="?") if isinstance(made, Function) else None
        return made

    def dotted(self, node: ast.expr, world: World) -> str:
        """The dotted name that an expression stands for; "" for anything else."""
        value = self.evaluate(node, world)
        return value.name if isinstance(value, External) else ""

    def make_class(self, node: ast.ClassDef, world: World) -> Value:
        bases = tuple(self.evaluate(base, world) for base in node.bases)
        outer = world.env
        world.env = world.new(Env(self.names(world).scope_of_body(node), outer, {}))
        try:
            ends = Runner(self).function(node.body, [world.copy()])
            if not ends:
                raise Infeasible
            end = ends[self.choose(len(ends))]
            world.heap = dict(end.heap)
            env = world.heap[world.env.at]
            assert isinstance(env, Env)
            made = world.new(Class(node, env.names, bases))
        finally:
            world.env = outer
        self.classes.setdefault(node, made)
        return made


class Runner(Flow[State]):
    """The statements of one body. A state is the worlds in which the program can stand there."""

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self.machine = machine

    def function(self, statements: list[ast.stmt], state: State) -> State:
        """Runs a function's body: the worlds at its end and at each `return`."""
        end = self.block(statements, state)
        for world in end or ():
            world.returned = NONE
        return merged([world for part in (*self.exits, end or []) for world in part])

    # What a state is

    def copy(self, state: State) -> State:
        return [world.copy() for world in state]

    def join(self, one: State, two: State) -> State:
        return merged([*one, *two])

    def same(self, one: State, two: State) -> bool:
        return False

    def each(self, action: Callable[[World], None], state: State) -> None:
        found = [way for world in state for way in self.machine.ways(action, world)]
        state[:] = merged(found)

    # What happens in it

    def block(self, body: Iterable[ast.stmt], state: State | None) -> State | None:
        end = super().block(body, state)
        return end or None

    def simple(self, node: ast.stmt, state: State) -> None:
        self.each(lambda world: self.machine.execute(node, world), state)

    def test(self, node: ast.expr, state: State) -> None:
        def evaluate(world: World) -> None:
            world.value = self.machine.evaluate(node, world)

        self.each(evaluate, state)

    def assume(self, node: ast.expr, truth: bool, state: State, record: bool = True) -> State | None:
        """The worlds in which the test that was just evaluated came out so."""
        found: State = []
        for world in state:
            try:
                answer = self.machine.truth(world.value, world)
            except Infeasible:
                continue
            if answer is None:
                if not self.machine.suppose(node, truth, world, record):
                    continue
            elif answer is not truth:
                continue
            found.append(world)
        return found or None

    def _statement(self, node: ast.stmt, state: State) -> State | None:
        if not isinstance(node, ast.Assert):
            return super()._statement(node, state)
        self.test(node.test, state)
        held = self.assume(node.test, True, state)
        self.machine.asserted[node] = self.machine.asserted.get(node, False) or held is not None
        return held

    def enter(self, node: ast.withitem, state: State) -> None:
        def enter(world: World) -> None:
            value = self.machine.evaluate(node.context_expr, world)
            thing = world.thing(value)
            if isinstance(thing, Instance):
                value = self.machine.call(self.machine.member(value, "__enter__", node, world), Arguments(), node, world)
            elif not isinstance(value, Scalar):
                value = None
            if node.optional_vars is not None:
                self.machine.store(node.optional_vars, value, world)

        self.each(enter, state)

    def caught(self, node: ast.ExceptHandler, state: State) -> None:
        if node.name:
            for world in state:
                self.machine.bind(node.name, None, world)

    def case(self, node: ast.match_case, state: State) -> None:
        names = [part.name for part in ast.walk(node.pattern) if isinstance(part, (ast.MatchAs, ast.MatchStar)) and part.name]
        for world in state:
            for name in names:
                self.machine.bind(name, None, world)

    # Where it jumps and turns

    def _jump(self, node: ast.Return | ast.Raise | ast.Break | ast.Continue, state: State) -> None:
        if isinstance(node, ast.Return):
            if node.value is not None:
                self.test(node.value, state)
            for world in state:
                world.returned = world.value if node.value is not None else NONE
            self.exits.append(state)
            return
        super()._jump(node, state)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While, state: State) -> State | None:
        left, breaks = self._while(node, state) if isinstance(node, ast.While) else self._for(node, state)
        return self._joined([self.block(node.orelse, merged(left)) if left else None, *breaks])

    def _turn_of(self, body: list[ast.stmt], state: State) -> tuple[State, list[State]]:
        """One turn of a loop: where it ends, and where it is left by `break`."""
        self._loops.append(([], []))
        end = self.block(body, state)
        breaks, continues = self._loops.pop()
        return self._joined([*continues, end]) or [], breaks

    def _for(self, node: ast.For | ast.AsyncFor, state: State) -> tuple[State, list[State]]:
        self.test(node.iter, state)
        left: State = []
        breaks: list[State] = []
        for world in list(state):
            try:
                items, exact = self.machine.items(world.value, world)
            except Infeasible:
                continue
            head = [world]
            for item in items[:KNOWN_TURNS]:
                self.each(lambda way, item=item: self.machine.store(node.target, item, way), head)  # type: ignore[misc]
                head, out = self._turn_of(node.body, head)
                breaks += out
                if not exact:
                    left += self.copy(head)
            if exact:
                left += head
        return left, breaks

    def _while(self, node: ast.While, state: State) -> tuple[State, list[State]]:
        left: State = []
        breaks: list[State] = []
        head = state
        for turn in range(KNOWN_TURNS):
            self.test(node.test, head)
            unknown = [world for world in head if self._truth(world) is None]
            left += [world.copy() for world in head if self._truth(world) is False]
            if turn:
                left += self.assume(node.test, False, self.copy(unknown), record=False) or []
            inside = [world for world in head if self._truth(world) is True]
            if turn < TURNS:
                inside += self.assume(node.test, True, unknown, record=False) or []
            if not inside:
                break
            head, out = self._turn_of(node.body, inside)
            breaks += out
            if not head or (breaks and turn >= TURNS):
                break
        return left, breaks

    def _truth(self, world: World) -> bool | None:
        try:
            return self.machine.truth(world.value, world)
        except Infeasible:
            return False
