"""Which patches of a module come too late, and for what: names bound before, objects made before, greenlets that have run.

What is kept from before matters only where it is used: in a function that a greenlet runs, or in one of which nobody can say that only
the main program calls it (a handler, a method, what is exported).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.greenlets.captures import Capture
from flake8_pitfalls.facts.greenlets.greenlets import Handover, body_of, handovers
from flake8_pitfalls.facts.greenlets.patches import LATE, LatePatch, Patches
from flake8_pitfalls.facts.greenlets.timeline import Frame, Patch, Timeline
from flake8_pitfalls.facts.values import Cls, Func, Inst, Thing
from flake8_pitfalls.knowledge.blocking import canonical
from flake8_pitfalls.knowledge.gevent import BLOCKS, covering

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.view import View

JOINED = ("threading.Thread", "threading.Timer")  # what fails only where it is waited for
MOST = 2000  # functions that greenlets run


class LatePatches:
    def __init__(self, module: Module) -> None:
        self.module = module
        self.patches: Patches = module.patches
        self.project = module.project

    @cached_property
    def view(self) -> View:
        """This module."""
        return self.project.own

    def found(self) -> list[LatePatch]:
        """One finding at most for each patch of this module, with the best reason."""
        line = self.patches.own
        latent = (patch for patch in self.patches.latent if (self.view.module, patch.frames[0].qualname) not in line.entered)
        mine = [patch for patch in (*line.patches, *latent) if patch.is_sure and self._frame(patch) is not None]
        if not mine or self._is_patched_before():
            return []
        best: dict[Frame, LatePatch] = {}
        for late in (*self._kept(mine), *self._held(mine), *self._after(mine)):
            best.setdefault(late.frame, late)
        return list(best.values())

    def _frame(self, patch: Patch) -> Frame | None:
        """The patch's place in this module: the call itself, or the call or import that leads to it."""
        return next((frame for frame in reversed(patch.frames) if frame.module == self.view.module), None)

    def _where(self, frame: Frame) -> ast.AST:
        if frame.number >= 0:
            return self.view.local.body(frame.qualname)[frame.number][1]
        imports = self.module.index.of(ast.Import, ast.ImportFrom)
        return next(
            (node for node in imports if getattr(node, "lineno", 0) == frame.line and self._column(node) == frame.column), self.module.tree
        )

    def _column(self, node: ast.AST) -> int:
        source = self.module.source
        return source.position(source.span(node).start)[1] + 1

    def _late(self, patch: Patch, **why: object) -> LatePatch:
        frame = self._frame(patch)
        assert frame is not None
        return LatePatch(self._where(frame), frame, patch, **why)  # type: ignore[arg-type]

    def _is_patched_before(self) -> bool:
        """Whether each program that this module is part of has patched everything before it gets here."""
        if self.patches.is_patched_earlier:
            return True
        for line in self.patches.others:
            begun = line.when(self.view.module, 0)
            if begun is not None and any(patch.tick < begun for patch in line.patches):
                return True
        return False

    # What is kept

    def _kept(self, mine: list[Patch]) -> Iterator[LatePatch]:
        for capture, line in self._uses():
            first = min((patch for patch in mine if patch.covers(capture.late.groups)), key=lambda patch: patch.tick, default=None)
            if first is None or not self.patches.keeps(capture, first) or (capture.name in JOINED and not self._joins):
                continue
            earlier = [patch for patch in self.patches.own.patches if patch.covers(capture.late.groups) and patch.tick < first.tick]
            tick = self.patches.own.when(capture.module, capture.line)
            if earlier or tick is None or tick >= first.tick or self.patches.own.is_within(tick, first.tick, self.view.module):
                continue
            if line is None or (capture.late.then != BLOCKS and line > first.frames[0].line):
                yield self._late(first, capture=capture)

    @cached_property
    def _joins(self) -> bool:
        """Whether the program waits for a thread to end: until then a thread of before does its work."""
        for view in self.patches.views:
            for qualname in ["", *view.function_names]:
                for action in self._actions(view.module, qualname):
                    if action.kind == "call" and action.label.endswith("join()"):
                        values = self.project.evaluator.of(action.terms[0][1], view, {})
                        if any(isinstance(value, Thing) and value.name in (f"{name}.join" for name in JOINED) for value in values):
                            return True
        return False

    def _uses(self) -> Iterator[tuple[Capture, int | None]]:
        """What is used from before; the line of a use in the module's own body, None of one in a function that a greenlet may run."""
        for function in self._green():
            yield from ((capture, None) for capture in self._touched(function.module, function.qualname))
        for handover in self._handovers():
            yield from ((capture, None) for capture in self._handed(handover))
        alone = self._alone
        for qualname in self.view.function_names:
            if qualname not in alone:
                yield from ((capture, None) for capture in self._touched(self.view.module, qualname))
        for action in self._actions(self.view.module, ""):
            yield from ((capture, action.line) for capture in self._of_action(action, self.view.module))

    def _actions(self, module: str, qualname: str) -> Iterator[Action]:
        view = self.project.view(module)
        for item in view.actions(qualname) if view is not None else ():
            yield item if isinstance(item, Action) else Action(*item)

    def _touched(self, module: str, qualname: str) -> Iterator[Capture]:
        for action in self._actions(module, qualname):
            yield from self._of_action(action, module)

    def _of_action(self, action: Action, module: str) -> Iterator[Capture]:
        view = self.project.view(module)
        if view is None or action.kind not in ("call", "with"):
            return
        captures = self.patches.captures
        if action.kind == "with":
            found = captures.of(action.terms[0], view)
            if found is not None and (found.is_object or found.is_held):
                yield found
            return
        term = action.terms[0][1]
        found = captures.of(term, view)
        if found is not None and not found.is_object:
            yield found
        held = captures.object_of(term, view)
        if held is not None:
            yield held

    def _handed(self, handover: Handover) -> Iterator[Capture]:
        """What a call hands to a greenlet as its function or among its arguments."""
        view = self.project.view(handover.module)
        if view is None:
            return
        item = view.actions(handover.qualname)[handover.number]
        action = item if isinstance(item, Action) else Action(*item)
        for term in action.terms[0][2]:
            for found in (self.patches.captures.of(term, view), self.patches.captures.object_of(term, view)):
                if found is not None:
                    yield found

    def _handovers(self) -> list[Handover]:
        return [one for view in self.patches.views for one in handovers(view, self.project)]

    def _green(self) -> list[Func]:
        """The functions that greenlets run, as far as they are known."""
        calls = self.patches.calls
        queue: list[Func] = []
        for handover in self._handovers():
            for value in self.patches.functions(handover):
                queue += calls.runs(value, handover.given)
        for view in self.patches.views:
            for qualname in view.class_names:
                body = body_of(Cls(view.module, qualname), self.project)
                queue += [body] if body is not None else []
        queue += self._given_away()
        seen = {(one.module, one.qualname) for one in queue}
        for function in queue:
            for edge in calls.reach.edges(function):
                target = edge.outcome.runs
                if target is not None and (target.module, target.qualname) not in seen and len(seen) < MOST:
                    seen.add((target.module, target.qualname))
                    queue.append(target)
        return queue

    def _given_away(self) -> Iterator[Func]:
        """Other modules' functions that this one hands to a function of the project: `jobs.put(send, name)`.

        Who runs them, nobody can say.
        """
        of = self.project.evaluator.of
        for qualname in ["", *self.view.function_names]:
            for action in self._actions(self.view.module, qualname):
                if action.kind != "call" or any(_is_foreign(value) for value in of(action.terms[0][1], self.view, {})):
                    continue
                _, _, arguments, keywords, _ = action.terms[0]
                for term in (*arguments, *[term for _, term in keywords]):
                    values = of(term, self.view, {}) if term is not None and term[0] in ("use", "attr") else ()
                    yield from (value for value in values if isinstance(value, Func) and value.module != self.view.module)

    @cached_property
    def _alone(self) -> set[str]:
        """The functions that only the main program runs: called by name from this module's body or from one another, and nothing else."""
        callers: dict[str, set[str]] = {}
        for qualname in ["", *self.view.function_names]:
            node = self.view.local.function_nodes.get(qualname, self.module.tree)
            for outcome, _, _ in self.patches.calls.outcomes_of(node):
                if outcome.runs is not None and outcome.runs.module == self.view.module:
                    callers.setdefault(outcome.runs.qualname, set()).add(qualname)
        mentioned = self._mentioned()
        found = {name for name in callers if self._is_plain(name) and name.rpartition(".")[2] not in mentioned}
        while True:
            kept = {name for name in found if all(not caller or caller in found for caller in callers[name])}
            if kept == found:
                return found
            found = kept

    def _is_plain(self, qualname: str) -> bool:
        facts = self.view.function(qualname)
        return facts is not None and not facts["decorators"] and not facts["owner"] and facts["kind"] == "sync"

    def _mentioned(self) -> set[str]:
        """The names that the text uses other than to call them."""
        index = self.module.index
        found = set()
        for node in index.of(ast.Name, ast.Attribute):
            parent = index.parent(node)
            if isinstance(getattr(node, "ctx", None), ast.Load) and not (isinstance(parent, ast.Call) and parent.func is node):
                found.add(node.id if isinstance(node, ast.Name) else node.attr)  # type: ignore[attr-defined]
        return found

    # What holds SSLContext, and what has run

    def _held(self, mine: list[Patch]) -> Iterator[LatePatch]:
        line = self.patches.own
        patch = min((one for one in mine if one.library == "gevent" and one.covers(("ssl",))), key=lambda one: one.tick, default=None)
        if patch is None or any(one.covers(("ssl",)) and one.tick < patch.tick for one in line.patches):
            return
        for held in line.held:
            if held.tick < patch.tick:
                yield self._late(patch, held=(held.name, held.frames[-1] if held.frames else None))
        for name, tick, _ in line.quiet:
            inside = self.patches.programs.held(name) if tick < patch.tick else None
            if inside is not None:
                yield self._late(patch, held=inside)

    def _after(self, mine: list[Patch]) -> Iterator[LatePatch]:
        line: Timeline = self.patches.own
        places = {id(patch) for patch in mine}
        for handover in self._handovers():
            key = (handover.module, handover.qualname, handover.number)
            if key not in line.spawns:
                continue
            for _, reached in self.patches.reached(handover):
                if covering(canonical(reached.name)) is None:
                    continue
                verdict, patch = self.patches.verdict(line, reached._replace(capture=None), key)
                if verdict == LATE and patch is not None and id(patch) in places:
                    yield self._late(patch, ran=(handover, reached))


def _is_foreign(value: object) -> bool:
    """Whether what is called is another library's: a table of its own says what that does with a function."""
    return isinstance(value, Thing) or (isinstance(value, Inst) and isinstance(value.of, Thing))
