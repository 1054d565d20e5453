"""DataFrames: what each `pd.concat` of a module is given, which columns change their dtype there, and what `dropna` takes before.

The module's body is run first, as a script; then each function and method by itself, with arguments of which nothing is
known but their annotations. What is found is found on a way that the text shows (see `frames_run`).
"""

from __future__ import annotations

import ast
from itertools import count
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.frames_base import Arguments, Infeasible, Loss, OutOfBudget, Report
from flake8_pitfalls.facts.frames_changed import Changes
from flake8_pitfalls.facts.frames_domain import NONE, Class, Env, Function, Instance, Ref, Scalar, World
from flake8_pitfalls.facts.frames_run import Machine, Runner

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

BUDGET = 30_000
STARTS = 2  # worlds that a function is run from by itself


class Frames:
    """The facts. `reports`: the concats in which a dtype changes; `losses`: what `dropna(axis=1)` takes from a concat."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.reports: tuple[Report, ...] = ()
        self.losses: tuple[Loss, ...] = ()
        self.failing = 0  # assertions that are known not to hold
        if self._has_concat():
            self._run()

    def _has_concat(self) -> bool:
        """Whether anything in the text can be `pandas.concat` at all: the word, of something that was imported."""
        index, names = self.module.index, self.module.names
        for node in index.of(ast.Attribute):
            if isinstance(node, ast.Attribute) and node.attr == "concat" and isinstance(node.value, ast.Name):
                if any(binding.kind in ("import", "builtin") for binding in names.bindings(node.value)):
                    return True
        return any(isinstance(node, ast.alias) and node.name == "concat" for node in index.of(ast.alias)) or bool(names.module_scope.stars)

    def _run(self) -> None:
        machine = Machine(self.module, BUDGET)
        changes = Changes(self.module)
        try:
            for world in self._module_worlds(machine)[:STARTS]:
                self._each_function(machine, changes, world)
        except OutOfBudget:
            pass
        self.failing = sum(not holds for holds in machine.asserted.values())
        self.reports = tuple(machine.reports.values())
        self.losses = tuple(loss for loss in machine.losses.values() if loss.had_values or (loss.where, repr(loss.label)) not in machine.restored)

    def _module_worlds(self, machine: Machine) -> list[World]:
        scope = self.module.names.module_scope
        numbers = count(1)
        world = World({0: Env(scope, None, {"__name__": Scalar("str", "__main__")})}, Ref(0), numbers)
        return Runner(machine).function(self.module.tree.body, [world])

    def _each_function(self, machine: Machine, changes: Changes, world: World) -> None:
        reaching = changes.reaching_concat()
        methods = {node for ref in machine.classes.values() for node in self._methods(world, ref)}
        for function in list(machine.functions.values()):
            if function.node not in methods and function.env.at in world.heap and function.node in reaching:
                self._alone(machine, changes, function, world)
        for ref in list(machine.classes.values()):
            if ref.at in world.heap:
                self._each_method(machine, changes, ref, reaching, world)

    def _methods(self, world: World, ref: Ref) -> list[ast.AST]:
        thing = world.thing(ref)
        return [value.node for value in thing.attributes.values() if isinstance(value, Function)] if isinstance(thing, Class) else []

    def _alone(self, machine: Machine, changes: Changes, function: Function, start: World) -> None:
        """Runs a function with arguments that nobody knows, and then the functions that are defined in it."""
        world = start.copy()
        changes.forget_globals(function.node, world)
        before = set(machine.functions)
        ends: list[World] = []

        def call(way: World) -> None:
            machine.call(function._replace(kind="staticmethod" if function.bound is None else ""), Arguments(sure=False), function.node, way)
            ends.append(way)

        machine.ways(call, world)
        for node, inner in list(machine.functions.items()):
            if node not in before and ends and inner.env.at in ends[0].heap:
                self._alone(machine, changes, inner, ends[0])

    def _each_method(self, machine: Machine, changes: Changes, ref: Ref, reaching: set[ast.AST], start: World) -> None:
        thing = start.thing(ref)
        if not isinstance(thing, Class) or not any(value.node in reaching for value in thing.attributes.values() if isinstance(value, Function)):
            return
        made: list[tuple[World, Ref]] = []

        def make(way: World) -> None:
            instance = machine.instantiate(ref, thing, Arguments(sure=False), thing.node, way)
            for name in ("setUp", "setup_method", "asyncSetUp"):
                found, _ = machine.find(ref, name, way)
                if isinstance(found, Function):
                    machine.call(found._replace(bound=instance), Arguments(sure=False), thing.node, way)
            if isinstance(instance, Ref):
                made.append((way, instance))

        machine.ways(make, start)
        for value in list(thing.attributes.values()):
            if not isinstance(value, Function) or value.node not in reaching:
                continue
            for world, instance in made[:STARTS]:
                self._method(machine, changes, value, instance, ref, world)

    def _method(self, machine: Machine, changes: Changes, function: Function, instance: Ref, of: Ref, start: World) -> None:
        world = start.copy()
        changes.forget_attributes(function.node, instance, of, world)
        bound = None if function.kind == "staticmethod" else of if function.kind == "classmethod" else instance
        self._alone(machine, changes, function._replace(bound=bound, kind="staticmethod" if bound is None else ""), world)


__all__ = ["NONE", "Frames", "Infeasible", "Instance"]
