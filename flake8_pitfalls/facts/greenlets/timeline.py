"""What happens when a program starts, in order: modules are imported, things are patched, greenlets are spawned, and run.

The body of the main module is followed from the top: into each module that it imports, the first time, and into each function that is
called and known. Nothing is run; branches count as if they were taken, since a patch that may come is a patch.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.finding import absolute
from flake8_pitfalls.facts.greenlets.greenlets import called_patch, is_hidden_patch, spawner
from flake8_pitfalls.facts.values import Const, Func, Inst, Site, Thing
from flake8_pitfalls.knowledge.gevent import ALL, LIBRARIES, PATCHING_MODULES, PATCHING_RUNNERS, SSL_HOLDERS, SSL_NAMES, canonical, is_yield

if TYPE_CHECKING:
    from flake8_pitfalls.facts.greenlets.programs import Programs
    from flake8_pitfalls.facts.outcomes import Outcomes
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

DEPTH = 40  # calls within calls
MOST = 3000  # functions followed
IMPORTERS = frozenset(("importlib.import_module", "builtins.__import__"))
RUN = ("call", "with", "for")


class Frame(NamedTuple):
    """A place on the way to something that happens: the number of the action in its function, -1 for an import."""

    module: str
    qualname: str
    number: int
    line: int
    column: int
    label: str


class Patch(NamedTuple):
    """A patch that happens. `frames`: the way to it from the main module; the first is there. `is_sure`: whether it is known to be one."""

    tick: int
    groups: frozenset[str]
    library: str
    frames: tuple[Frame, ...]
    is_sure: bool = True

    def covers(self, groups: tuple[str, ...] | None) -> bool:
        """Whether it patches one of these groups; of what no group is known for, whether it patches anything."""
        return bool(self.groups) if groups is None else ALL in self.groups or not self.groups.isdisjoint(groups)


class Held(NamedTuple):
    """An import that keeps what a later patch cannot reach."""

    tick: int
    name: str
    frames: tuple[Frame, ...]


class Step(NamedTuple):
    """One thing in a body: an import (`action` is None) or an action with its number."""

    line: int
    column: int
    action: Action | None
    number: int
    imported: tuple[str, str] = ("", "")


class Timeline:
    """One start of one main module."""

    def __init__(
        self, project: Project, outcomes: Outcomes, entry: str, programs: Programs | None, *, as_main: bool = True, alone: bool = False
    ) -> None:
        """`programs` knows which modules need not be followed; `alone`: none is, and no package around the module either."""
        self.project = project
        self.outcomes = outcomes
        self.programs = programs
        self.entry = entry
        self.as_main = as_main
        self.alone = alone
        self.patches: list[Patch] = []
        self.yields: list[int] = []
        self.held: list[Held] = []
        self.spawns: dict[tuple[str, str, int], int] = {}
        self.quiet: list[tuple[str, int, tuple[Frame, ...]]] = []  # modules that were imported and are not followed, when, and by which way
        self.begun: dict[str, int] = {}  # module -> when its body began
        self.ended: dict[str, int] = {}
        self.lines: dict[str, list[tuple[int, int]]] = {}  # module -> lines of its body and when they ran
        self.entered: set[tuple[str, str]] = set()
        self.runs_main = False
        self._tick = 0
        self._external: set[str] = set()
        self.load(entry, ())

    # Modules

    def load(self, dotted: str, frames: tuple[Frame, ...]) -> None:
        """Runs a module's body, its packages' first, unless it has run."""
        parent = dotted.rpartition(".")[0]
        if parent and parent not in self.begun and not self.alone:
            self.load(parent, frames)
        if dotted in self.begun or len(frames) > DEPTH or (self.alone and dotted != self.entry):
            return
        if self.programs is not None and dotted != self.entry and self.programs.is_quiet(dotted):
            self._tick += 1
            self.begun[dotted] = self.ended[dotted] = self._tick
            self.quiet.append((dotted, self._tick, frames))
            return
        view = self.project.view(dotted)
        self._tick += 1
        self.begun[dotted] = self._tick
        if view is None:
            if self.project.find(dotted) is not None:  # it is there and cannot be read: it may do anything
                self._patched(frozenset((ALL,)), "", frames, is_sure=False)
        else:
            self.body(view, "", None, frames)
        self._tick += 1
        self.ended[dotted] = self._tick

    def imported(self, dotted: str, name: str, frames: tuple[Frame, ...]) -> None:
        if self.project.find(dotted.partition(".")[0]) is None:
            self._from_outside(dotted, name, frames)
            return
        self.load(dotted, frames)
        below = f"{dotted}.{name}"
        if name and name != "*" and self.project.find(below) is not None:
            view = self.project.view(dotted)
            if view is None or all(view.binding(number) in (None, ["name", below]) for number in view.export(name)):
                self.load(below, frames)

    def _from_outside(self, dotted: str, name: str, frames: tuple[Frame, ...]) -> None:
        whole = f"{dotted}.{name}" if name else dotted
        if dotted.partition(".")[0] not in self._external:
            top = dotted.partition(".")[0]
            self._external.add(top)
            if top in PATCHING_MODULES:
                self._patched(frozenset(PATCHING_MODULES[top]), "gevent", frames, is_sure=top not in PATCHING_RUNNERS)
        for one in (dotted, whole):
            if one in SSL_NAMES or any(one == holder or one.startswith(f"{holder}.") for holder in SSL_HOLDERS):
                self.held.append(Held(self._tick, one, frames))
        last = whole.rpartition(".")[2]
        if not whole.startswith(LIBRARIES) and any(word in part for word in ("gevent", "monkey_patch") for part in (dotted, last)):
            self._patched(frozenset((ALL,)), "", frames, is_sure=False)  # it is not here to be read, and its name says what it may do

    # Bodies

    def body(self, view: View, qualname: str, function: Func | None, frames: tuple[Frame, ...]) -> None:
        """Runs the body of a function, or of a module."""
        env = self.project.evaluator.entered(function, None) if function is not None else {}
        guarded = view.startup["main"] if not qualname else []
        is_main = self.as_main and view.module == self.entry
        for step in steps(view, qualname):
            inside = any(first <= step.line <= last for first, last in guarded)
            if inside and not is_main:
                continue
            self._tick += 1
            if not qualname:
                self.lines.setdefault(view.module, []).append((step.line, self._tick))
            if step.action is None:
                frame = Frame(view.module, qualname, -1, step.line, step.column, "import")
                self.imported(*step.imported, (*frames, frame))
                continue
            if inside and step.action.kind == "call":
                self.runs_main = True
            self._run(step.action, step.number, view, qualname, env, frames)

    def _run(self, action: Action, number: int, view: View, qualname: str, env: Any, frames: tuple[Frame, ...]) -> None:
        here = (*frames, Frame(view.module, qualname, number, action.line, action.column, action.label))
        if action.kind == "call":
            term = action.terms[0]
            known = False
            for value in self.project.evaluator.of(term[1], view, env):
                patch = called_patch(value, term, view, env, self.project)
                if patch is not None:
                    self._patched(*patch, here)
                    known = True
                elif isinstance(value, Thing) and is_yield(canonical(value.name)):
                    self.yields.append(self._tick)
                elif isinstance(value, Thing) and value.name in IMPORTERS:
                    self._import_called(term, view, env, here)
                known = known or isinstance(value, Func)
            if spawner(action, view, env, self.project) is not None:
                self.spawns.setdefault((view.module, qualname, number), self._tick)
            if not known and is_hidden_patch(action, view, env, self.project):
                self._patched(frozenset((ALL,)), "", here, is_sure=False)
        if action.kind == "for" and any(_is_green(value) for value in self.project.evaluator.of(action.terms[0], view, env)):
            self.yields.append(self._tick)
        for outcome in self.outcomes.of(action, view, env):
            target = outcome.runs
            if target is None or (target.module, target.qualname) in self.entered or len(here) > DEPTH or len(self.entered) > MOST:
                continue
            self.entered.add((target.module, target.qualname))
            into = self.project.view(target.module)
            if into is not None:
                self.body(into, target.qualname, target, here)

    def _import_called(self, term: Any, view: View, env: Any, frames: tuple[Frame, ...]) -> None:
        """`importlib.import_module("app.patches")`."""
        for value in self.project.evaluator.argument(Site(view, term, env), 0, "name") or ():
            if isinstance(value, Const) and isinstance(value.value, str) and value.value.strip("."):
                self.imported(absolute(value.value, view.module, bool(view.is_package)), "", frames)

    def _patched(self, groups: frozenset[str], library: str, frames: tuple[Frame, ...], is_sure: bool = True) -> None:
        self.patches.append(Patch(self._tick, groups, library, frames, is_sure))

    # Questions

    def when(self, module: str, line: int | None) -> int | None:
        """When a line of a module's body ran, or where it is None, the whole body; None where it did not."""
        if module not in self.begun:
            reached = (tick for name, tick, _ in self.quiet if self.programs is not None and module in self.programs.reachable(name))
            return min(reached, default=None)
        if line is None:
            return self.ended.get(module, self._tick)
        return max([self.begun[module], *(tick for number, tick in self.lines.get(module, ()) if number <= line)])

    def is_within(self, first: int, last: int, but: str) -> bool:
        """Whether two moments fall into the import of one module, another than that one."""
        return any(
            begun <= first and last <= self.ended.get(module, 0) for module, begun in self.begun.items() if module not in (but, self.entry)
        )

    def ran(self, tick: int) -> float:
        """When the greenlets that were spawned at a tick first got to run; infinity where nothing let them."""
        return min((one for one in self.yields if one >= tick), default=float("inf"))

    @cached_property
    def loaded(self) -> frozenset[str]:
        """All modules that are imported."""
        programs = self.programs
        followed = frozenset(self.begun)
        return followed.union(*[programs.reachable(name) for name, _, _ in self.quiet]) if programs is not None else followed

    @property
    def starts(self) -> bool:
        """Whether the program is seen to do something with greenlets."""
        return bool(self.spawns or self.yields)


def steps(view: View, qualname: str) -> Iterator[Step]:
    """Imports and actions of a body in the order in which they run: arguments before the call that takes them."""
    imports = [
        Step(line, column, None, -1, (dotted, name))
        for line, column, dotted, name, function in view.startup["imports"]
        if function == qualname
    ]
    position = 0
    for group in _groups(view, qualname):
        first = group[0]
        while position < len(imports) and (imports[position].line, imports[position].column) < (first.line, first.column):
            yield imports[position]
            position += 1
        yield from _inside_out(group)
    yield from imports[position:]


def _groups(view: View, qualname: str) -> Iterator[list[Step]]:
    """The actions that run something, each outermost call with those within it."""
    group: list[Step] = []
    for number, item in enumerate(view.actions(qualname)):
        action = item if isinstance(item, Action) else Action(*item)
        if action.kind not in RUN:
            continue
        step = Step(action.line, action.column, action, number)
        if group and not contains(group[0].action.terms[0] if group[0].action else None, action.terms[0]):
            yield group
            group = []
        group.append(step)
    if group:
        yield group


def _inside_out(group: list[Step]) -> Iterator[Step]:
    """A call after those whose results it takes."""
    waiting: list[Step] = []
    for step in group:
        assert step.action is not None
        while waiting and not contains(waiting[-1].action.terms[0], step.action.terms[0]):  # type: ignore[union-attr]
            yield waiting.pop()
        waiting.append(step)
    yield from reversed(waiting)


def _is_green(value: Any) -> bool:
    """Whether a value is what a call of gevent or eventlet gave, so that waiting for its items lets greenlets run."""
    return isinstance(value, Inst) and isinstance(value.of, Thing) and value.of.name.startswith(LIBRARIES)


def contains(term: Any, inner: Any) -> bool:
    """Whether a term is made of another."""
    stack = [term]
    while stack:
        one = stack.pop()
        if one is inner or (isinstance(one, list) and one == inner):
            return True
        if isinstance(one, list):
            stack.extend(item for item in one if isinstance(item, list))
    return False
