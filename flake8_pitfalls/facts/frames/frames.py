"""DataFrames: what each `pd.concat` of a module is given, which columns change their dtype there, and what `dropna` takes before.

The module's body is run first, as a script; then each function and method that it does not call, by itself, with arguments of
which nothing is known but their annotations; then, where a function concatenates what it is given, the modules that import this one. What
is found is found on a way that the text shows (see `run.py`).
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.frames.base import Arguments, Loss, OutOfBudget, Report
from flake8_pitfalls.facts.frames.changed import Changes
from flake8_pitfalls.facts.frames.concats import note
from flake8_pitfalls.facts.frames.domain import Class, Env, Function, Ref, Scalar, World
from flake8_pitfalls.facts.frames.run import Machine, Runner

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

BUDGET = 15_000  # ways that are tried; a program of a few hundred lines takes some thousand
BUDGET_OF_A_PART = 1_000  # of one function, where the module as a whole is too much
STARTS = 2  # worlds that a function is run from by itself
MOST_IMPORTERS = 3
FIRST_METHODS = ("setUp", "setup_method", "asyncSetUp")


class Frames:
    """The facts. `reports`: the concats in which a dtype changes, one a call; `losses`: what `dropna(axis=1)` takes from a concat.

    `failing`: how many assertions of the module are known not to hold.
    """

    def __init__(self, module: Module) -> None:
        self.module = module
        self.failing = 0
        self._reports: dict[ast.Call, list[Report]] = {}
        self._losses: dict[tuple[object, ...], Loss] = {}
        if has_concat(module):
            changes = Changes(module)
            self._run(module, changes, {})
            for importer in self._importers(changes):
                self._run(importer, Changes(importer), {module.project.files.absolute(module.path): module})

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(found[0] for found in self._reports.values())

    def ways(self, report: Report) -> tuple[Report, ...]:
        """All that was seen at the call of a report."""
        return tuple(self._reports[report.call])

    @property
    def losses(self) -> tuple[Loss, ...]:
        return tuple(self._losses.values())

    def _run(self, module: Module, changes: Changes, given: dict[str, Module]) -> None:
        machine = Machine(module, BUDGET)
        machine.given = given
        try:
            Running(module, machine, changes).run()
        except (OutOfBudget, RecursionError):  # what was seen before stands
            if not given:
                self._in_parts(module)
        self._take(module, machine, given)

    def _in_parts(self, module: Module) -> None:
        """Runs a module that is too much as a script: as one that is imported, and its functions each for itself."""
        machine = Machine(module, BUDGET)
        with contextlib.suppress(OutOfBudget, RecursionError):
            Running(module, machine, Changes(module)).in_parts()
        self._take(module, machine, {})

    def _take(self, module: Module, machine: Machine, given: dict[str, Module]) -> None:
        """Keeps what a run has found in the module at hand."""
        own = self.module.index.parents
        for call, reports in machine.reports.items():
            for report in reports if call in own else ():
                note(self._reports.setdefault(call, []), report)
        for key, loss in machine.losses.items():
            restored = not loss.had_values and (loss.where, repr(loss.label)) in machine.restored
            if loss.where in own and not restored:
                self._losses.setdefault(key, loss)
        if not given:
            self.failing = sum(not holds for holds in machine.asserted.values())

    def _importers(self, changes: Changes) -> Iterator[Module]:
        """The modules that hand frames to a function of this one which concatenates them."""
        from flake8_pitfalls.facts.frames.modules import parsed

        names = {name for name in changes.concatenating() if not name.startswith("__")}
        if not names or not self.module.path:
            return
        project = self.module.project
        own, taken = project.files.absolute(self.module.path), 0
        root = project.roots[len(project.settings.src)]
        for seen, path in enumerate(project.files.below(root)):  # by way of a package they may import it without naming it
            if taken >= MOST_IMPORTERS or seen >= 4 * project.settings.module_limit:
                break
            text = project.files.text(path) or "" if project.files.absolute(path) != own else ""
            if "DataFrame" in text and "import" in text and any(name in text for name in names):
                importer = parsed(path, "", False, self.module)
                if importer is not None:
                    taken += 1
                    project.consulted[importer.dotted] = path
                    yield importer


def has_concat(module: Module) -> bool:
    """Whether anything in the text can be `pandas.concat` at all: the word, of something that was imported."""
    index, names = module.index, module.names
    for node in index.of(ast.Attribute):
        is_named = isinstance(node, ast.Attribute) and node.attr == "concat" and isinstance(node.value, ast.Name)
        if is_named and any(binding.kind in ("import", "builtin") for binding in names.bindings(node.value)):  # type: ignore[attr-defined]
            return True
    return any(isinstance(node, ast.alias) and node.name == "concat" for node in index.of(ast.alias)) or bool(names.module_scope.stars)


class Running:
    """One run of a module: its body, then its functions and methods by themselves."""

    def __init__(self, module: Module, machine: Machine, changes: Changes) -> None:
        self.module = module
        self.machine = machine
        self.changes = changes
        self.reaching = changes.reaching_concat()
        self.is_in_parts = False

    def run(self) -> None:
        worlds = self._module_worlds()
        self.reaching -= self.machine.called  # the module shows how they are called
        for world in worlds[:STARTS]:
            self._each_function(world)

    def in_parts(self) -> None:
        """The same, as a module that is imported and not run; a function that is too much silences no other."""
        worlds = self._module_worlds("imported")
        self.reaching -= self.machine.called
        self.is_in_parts = True
        for world in worlds[:1]:
            self._each_function(world)

    def _module_worlds(self, name: str = "__main__") -> list[World]:
        scope = self.module.names.module_scope
        world = World({0: Env(scope, None, {"__name__": Scalar("str", name)})}, Ref(0), count(1))
        world = self.machine.load_imports(self.module, world)
        return Runner(self.machine).function(self.module.tree.body, [world])

    def _each_function(self, world: World) -> None:
        classes = list(self.machine.classes.values())
        methods = {node for ref in classes for node in self._methods(world, ref)}
        for function in list(self.machine.functions.values()):
            if function.node not in methods and function.env.at in world.heap and function.node in self.reaching:
                self._alone(function, world)
        for ref in classes:
            if any(node in self.reaching for node in self._methods(world, ref)):
                self._each_method(ref, world)

    def _methods(self, world: World, ref: Ref) -> list[ast.AST]:
        thing = world.thing(ref)
        return [value.node for value in thing.attributes.values() if isinstance(value, Function)] if isinstance(thing, Class) else []

    def _alone(self, function: Function, start: World) -> None:
        """Runs a function with arguments that nobody knows, and then the functions that are defined in it."""
        world = start.copy()
        self.changes.forget_globals(function.node, world)
        before = set(self.machine.functions)
        ends: list[World] = []

        def call(way: World) -> None:
            called = function._replace(kind="staticmethod" if function.bound is None else "")
            self.machine.call(called, Arguments(sure=False), function.node, way)
            ends.append(way)

        if self.is_in_parts:
            self.machine.budget = BUDGET_OF_A_PART
            with contextlib.suppress(OutOfBudget):
                self.machine.ways(call, world)
        else:
            self.machine.ways(call, world)
        for node, inner in list(self.machine.functions.items()):
            if node not in before and ends and inner.env.at in ends[0].heap:
                self._alone(inner, ends[0])

    def _each_method(self, ref: Ref, start: World) -> None:
        """Runs each method of a class on an object that was just made."""
        thing = start.thing(ref)
        assert isinstance(thing, Class)
        made: list[tuple[World, Ref]] = []

        def make(way: World) -> None:
            instance = self.machine.instantiate(ref, thing, Arguments(sure=False), thing.node, way)
            for name in FIRST_METHODS:
                found, _ = self.machine.find(ref, name, way)
                if isinstance(found, Function):
                    self.machine.call(found._replace(bound=instance), Arguments(sure=False), thing.node, way)
            made.append((way, instance))

        self.machine.ways(make, start)
        for value in list(thing.attributes.values()):
            if isinstance(value, Function) and value.node in self.reaching:
                for world, instance in made[:STARTS]:
                    self._method(value, instance, ref, world)

    def _method(self, function: Function, instance: Ref, of: Ref, start: World) -> None:
        world = start.copy()
        self.changes.forget_attributes(function.node, instance, of, world)
        bound = None if function.kind == "staticmethod" else of if function.kind == "classmethod" else instance
        self._alone(function._replace(bound=bound, kind="staticmethod" if bound is None else ""), world)
