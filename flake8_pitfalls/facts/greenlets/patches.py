"""Which greenlets block their hub, and which patches come too late: what PIT303 and PIT304 share.

A function that is handed to a greenlet is followed to the calls that wait. Each is judged by every program that the module can be part
of: patched before it ran, patched too late for it, or not at all.
"""

from __future__ import annotations

import ast
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.greenlets.captures import Capture, Captures
from flake8_pitfalls.facts.greenlets.greenlets import Fillers, Handover, body_of, handovers
from flake8_pitfalls.facts.greenlets.programs import asks, is_green, latent, seen_growing
from flake8_pitfalls.facts.greenlets.starting import is_never_run, is_never_started
from flake8_pitfalls.facts.greenlets.timeline import Frame, Patch, Timeline
from flake8_pitfalls.facts.outcomes import ordered
from flake8_pitfalls.facts.reach import Path, Step
from flake8_pitfalls.facts.replaced import is_replaced
from flake8_pitfalls.facts.values import Cls, Func, Inst, Param, Thing
from flake8_pitfalls.knowledge.gevent import SPAWNERS, canonical, covering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.calls import Calls
    from flake8_pitfalls.facts.greenlets.programs import Programs
    from flake8_pitfalls.facts.view import View

UNPATCHED, PATCHED, LATE = "unpatched", "patched", "late"
AROUND = 60  # modules whose calls fill parameters
Place = tuple[str, str, int]


class Reached(NamedTuple):
    """A call that waits, reached from a greenlet. `path`: the functions on the way, none where it is handed over itself; `capture`: what
    the last of them keeps of it from before a patch."""

    name: str
    path: Path
    label: str
    capture: Capture | None


class GreenBlock(NamedTuple):
    """A place that makes a greenlet block. `handover` is None in the body of a greenlet's own class."""

    where: ast.AST
    reached: Reached
    handover: Handover | None
    function: str
    library: str
    narrow: Patch | None  # a patch that covers other things


class LatePatch(NamedTuple):
    """A patch that comes too late. Of `capture`, `held` and `ran` one says for what; `frame` is the patch's place in this module."""

    where: ast.AST
    frame: Frame
    patch: Patch
    capture: Capture | None = None
    held: tuple[str, Frame] | None = None
    ran: tuple[Handover, Reached] | None = None


class Patches:
    def __init__(self, module: Module) -> None:
        self.module = module
        self.project = module.project

    # Programs

    @cached_property
    def calls(self) -> Calls:
        return self.module.calls

    @cached_property
    def view(self) -> View:
        """This module."""
        return self.project.own

    @cached_property
    def captures(self) -> Captures:
        return Captures(self.project)

    @cached_property
    def programs(self) -> Programs:
        return self.project.linked.programs

    @cached_property
    def own(self) -> Timeline:
        """The program that starts with this module."""
        return self._begun(Timeline(self.project, self.calls.outcomes, self.view.module, self.programs))

    @cached_property
    def others(self) -> list[Timeline]:
        """The programs that start with another module and import this one."""
        if not self.module.path:
            return []
        return [self._begun(self.programs.timeline(name)) for name in self.programs.entries(self.view.module, self.module.path)]

    def _begun(self, line: Timeline) -> Timeline:
        """A program, with its modules noted as read."""
        for name in line.begun:
            found = self.project.find(name)
            if found is not None and name != self.view.module:
                self.project.consulted.setdefault(name, found[0])
        return line

    @cached_property
    def loaded(self) -> list[str]:
        """The modules of all these programs, this one left out."""
        names = dict.fromkeys(name for line in (self.own, *self.others) for name in line.loaded)
        return [name for name in names if name != self.view.module]

    def around(self, module: str) -> list[View]:
        """A module and those that import it, however far: who may call its functions and derive from its classes."""
        seen: dict[str, None] = {module: None}
        for name in seen_growing(seen):
            if len(seen) > AROUND:
                break
            seen.update(dict.fromkeys(sorted(self.programs.importers.get(name, ()))))
        names = [self.view.module, *(name for name in seen if name != self.view.module)]
        return [view for name in names if (view := self.project.view(name)) is not None]

    @cached_property
    def views(self) -> list[View]:
        """The modules of this module's own program whose imports name gevent or eventlet, and this one."""
        names = [name for name in sorted(self.own.loaded) if name != self.view.module]
        found = [view for name in names if (view := self.programs.project.view(name)) is not None and is_green(view)]
        return [self.view, *(view for name in (one.module for one in found) if (view := self.project.view(name)) is not None)]

    @cached_property
    def fillers(self) -> Fillers:
        """What calls fill parameters with."""
        return Fillers(self.project, self.calls, self.around)

    # PIT303

    def blocks(self) -> list[GreenBlock]:
        """The greenlets of this module that block, one finding at most for each place."""
        found = [block for handover in handovers(self.view, self.project) if (block := self._of_handover(handover)) is not None]
        return found + list(self._of_bodies())

    def _of_handover(self, handover: Handover) -> GreenBlock | None:
        key = (handover.module, handover.qualname, handover.number)
        for function, reached in self.reached(handover) or self.reached(handover, by_subclasses=True):
            if self._is_unpatched(reached, key):
                where = self.view.local.body(handover.qualname)[handover.number][1]
                alone = not self.others and self.own.loaded == {self.view.module}
                if is_never_started(where, handover.callee, self.module) or (alone and is_never_run(handover.callee, self.module)):
                    return None
                return GreenBlock(where, reached, handover, function, handover.callee.partition(".")[0], self._narrow())
        return None

    def reached(self, handover: Handover, *, by_subclasses: bool = False) -> list[tuple[str, Reached]]:
        """The calls that wait in what is handed over, the nearest first, each with the name of the function."""
        found: list[tuple[str, Reached]] = []
        for value in self.functions(handover, by_subclasses=by_subclasses):
            for outcome in self.calls.outcomes.called(value, handover.given, None):
                if outcome.runs is None:
                    capture = self.captures.of(handover.argument, self.project.own) if handover.module == self.view.module else None
                    found.append((outcome.name, Reached(outcome.name, (), "", capture)))
                else:
                    found += [(shown_name(outcome.runs), one) for one in self._below(outcome.runs)]
        return sorted(found, key=lambda one: (len(one[1].path), one[1].path, one[1].name))

    def functions(self, handover: Handover, *, by_subclasses: bool = True) -> list[Any]:
        """What is handed over, parameters filled in; a method of `self` also as subclasses have it, if asked."""
        found: dict[Any, None] = {}
        for value in ordered(self._filled(handover.values)):
            name = canonical(value.name) if isinstance(value, Thing) else ""
            if name in SPAWNERS:  # `spawn(eventlet.serve, listener, handle)`
                place, keyword = SPAWNERS[name]
                inner = handover.given.argument(place, keyword or None) or frozenset()
                found.update(dict.fromkeys(ordered(self._filled(inner))))
            else:
                found.update(dict.fromkeys([value, *(self._overriding(value) if by_subclasses else ())]))
        return list(found)

    def _filled(self, values: frozenset[Any]) -> frozenset[Any]:
        """Parameters replaced by what calls hand over: only then are other programs looked at."""
        return self.fillers.resolved(values) if any(isinstance(value, Param) for value in values) else values

    def _overriding(self, value: Any) -> list[Func]:
        if not (
            isinstance(value, Func)
            and isinstance(value.receiver, Inst)
            and isinstance(value.receiver.of, Cls)
            and value.receiver.site is None
        ):
            return []
        base, name = value.receiver.of, value.qualname.rpartition(".")[2]
        found = []
        for view in self.around(base.module):
            for qualname in view.class_names:
                cls = Cls(view.module, qualname)
                if cls != base and base in self.project.classes.order(cls):
                    methods, _ = self.project.classes.lookup(self.project.classes.order(cls), name)
                    found += [one._replace(receiver=Inst(cls)) for one in methods if isinstance(one, Func)]
        return found

    def _below(self, function: Func) -> list[Reached]:
        return [self._followed(function, path, name) for name, path in self.calls.reach.of(function).items()]

    def _followed(self, function: Func, path: Path, name: str) -> Reached:
        """The last call of a path, with what it keeps."""
        for step in path[:-1]:
            following = (
                edge.outcome.runs for edge in self.calls.reach.edges(function) if (edge.line, edge.column) == (step.line, step.column)
            )
            function = next((one for one in following if one is not None and name in self.calls.reach.of(one)), function)
        last = path[-1]
        view = self.project.view(function.module)
        for item in view.actions(function.qualname) if view is not None else ():
            action = item if isinstance(item, Action) else Action(*item)
            if (action.line, action.column, action.kind) == (last.line, last.column, "call") and view is not None:
                term = action.terms[0][1]
                return Reached(name, path, action.label, self.captures.of(term, view) or self.captures.object_of(term, view))
        return Reached(name, path, "", None)

    def _of_bodies(self) -> Iterator[GreenBlock]:
        """What blocks in the methods that greenlets of a class run, where those stand in this module: the class's own, or a subclass's."""
        found: dict[ast.AST, GreenBlock] = {}
        for view in self.around(self.view.module):
            for qualname in view.class_names:
                body = body_of(Cls(view.module, qualname), self.project)
                if body is not None and body.module == self.view.module:
                    for block in self._of_body(body):
                        found.setdefault(block.where, block)
        yield from found.values()

    def _of_body(self, body: Func) -> Iterator[GreenBlock]:
        env = self.project.evaluator.entered(body, None)
        for action, where in self.view.local.body(body.qualname):
            candidates: list[Reached] = []
            for outcome in self.calls.outcomes.of(action, self.view, env):
                here = Step("", self.view.path, action.line, action.column)
                if outcome.runs is None:
                    term = action.terms[0][1] if action.kind == "call" else None
                    capture = self.captures.of(term, self.view) or self.captures.object_of(term, self.view)
                    candidates.append(Reached(outcome.name, (here,), action.label, capture))
                else:
                    below = self._below(outcome.runs)
                    candidates += [one._replace(path=(here, one.path[0]._replace(label=action.label), *one.path[1:])) for one in below]
            candidates.sort(key=lambda one: (len(one.path), one.path, one.name))
            block = next((one for one in candidates if self._is_unpatched(one, (body.module, body.qualname, -1))), None)
            if block is not None:
                yield GreenBlock(where, block, None, shown_name(body), "gevent", self._narrow())

    def _is_unpatched(self, reached: Reached, key: Place) -> bool:
        if covering(reached.name) == ():
            return not (reached.name.startswith("sys.stdin") and self._is_selected(reached))
        if self.is_patched_earlier or self.verdict(self.own, reached, key)[0] != UNPATCHED:  # other programs are read only if need be
            return False
        if any(self.verdict(line, reached, key)[0] != UNPATCHED for line in self.others):
            return False
        if self.asks or self._is_patched_by_hand(reached.name):
            return False
        return self.is_run or any(line.starts for line in self.others)

    @cached_property
    def is_run(self) -> bool:
        """Whether this module starts something itself: greenlets, or whatever its main block calls."""
        return self.own.starts or self.own.runs_main

    @cached_property
    def is_patched_earlier(self) -> bool:
        """Whether a file that runs before any program patches, or the runner does."""
        return bool(self.module.settings.green_runner) or self.programs.is_patched_earlier(self.module.path)

    @cached_property
    def asks(self) -> bool:
        """Whether the program asks what is patched: then it knows better."""
        return asks(self.view) or any(self.programs.asks(name) for name in self.loaded)

    def _is_selected(self, reached: Reached) -> bool:
        """Whether the function that reads asks `select` first."""
        if not reached.path:
            return False
        last = reached.path[-1]
        views = (self.project.view(name) for name in [self.view.module, *self.project.consulted])
        view = next((one for one in views if one is not None and one.path == last.path), None)
        for qualname in ["", *view.function_names] if view is not None else ():
            assert view is not None
            labels = {(item[1], item[3].removesuffix("()").rpartition(".")[2]) for item in view.actions(qualname) if item[0] == "call"}
            if last.line in {line for line, _ in labels} and not {"select", "poll"}.isdisjoint(name for _, name in labels):
                return True
        return False

    def _is_patched_by_hand(self, name: str) -> bool:
        """Whether some module of the programs puts something else in its place."""
        views = (self.programs.project.view(dotted) for dotted in self.loaded)
        patched = [self.view.patched, *(view.patched for view in views if view is not None)]
        return self._replaced_module(name) or any(is_replaced(name, names) for names in patched)

    def _replaced_module(self, name: str) -> bool:
        """`sys.modules["time"] = …`."""
        for node in self.module.index.of(ast.Subscript):
            assert isinstance(node, ast.Subscript)
            named = isinstance(node.ctx, ast.Store) and isinstance(node.slice, ast.Constant) and node.slice.value == name.rpartition(".")[0]
            if named and self.module.names.qualified(node.value) == "sys.modules":
                return True
        return False

    def _narrow(self) -> Patch | None:
        return next((patch for patch in self.own.patches if patch.is_sure and patch.frames), None)

    # Verdicts

    def verdict(self, line: Timeline, reached: Reached, key: Place) -> tuple[str, Patch | None]:
        """What becomes of a call that waits in one program, and the patch that decides it."""
        groups = covering(reached.name)
        if groups == ():
            return UNPATCHED, None
        covers = [patch for patch in line.patches if patch.covers(groups)]
        if not covers:
            return (PATCHED, None) if any(patch.covers(groups) for patch in self._latent(line)) else (UNPATCHED, None)
        first = min(covers, key=lambda patch: patch.tick)
        if reached.capture is not None and self.keeps(reached.capture, first):
            tick = line.when(reached.capture.module, reached.capture.line)
            if tick is not None and tick < first.tick:
                return LATE, first
        if key in line.spawns and line.ran(line.spawns[key]) < first.tick:
            return LATE, first
        return PATCHED, first

    def keeps(self, capture: Capture, patch: Patch) -> bool:
        """Whether what is kept stays as it was under a patch that comes after it."""
        late = capture.late
        if late.before is not None and sys.version_info[:2] >= late.before:
            return False
        return patch.library in late.libraries and patch.is_sure and patch.covers(late.groups)

    def _latent(self, line: Timeline) -> Iterator[Patch]:
        """Patches in functions that nothing is seen to call: who knows when they run."""
        for name in line.loaded:
            found = self.latent if name == self.view.module else self.programs.latent(name)
            yield from (patch for patch in found if (patch.frames[0].module, patch.frames[0].qualname) not in line.entered)

    @cached_property
    def latent(self) -> list[Patch]:
        """The patches in the functions of this module, whoever calls these, taken to happen when its body has run."""
        return [patch._replace(tick=self.own.ended[self.view.module]) for patch in latent(self.view, self.project)]


def shown_name(function: Func) -> str:
    """A function's name as people say it."""
    name = function.qualname.rpartition(".")[2].partition("@")[0]
    return "lambda" if name.startswith("<lambda>") else name
