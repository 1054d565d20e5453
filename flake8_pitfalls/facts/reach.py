"""From a function to the calls that wait, by the shortest way: over functions of this module and of others.

A function's *edges* are what its actions come to. They are found when asked for and shared by all files of a run (`linked.py`); which
waiting calls a function reaches is the least solution of these edges, so recursion and cycles end by themselves. Work is linear in the
functions and edges reached.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.outcomes import Outcome, Outcomes
from flake8_pitfalls.facts.values import Func

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

DOUBT = 1 << 20  # how much longer a way is for each test on it that nobody can decide
DOUBTS = 1  # more of them, and nothing is said
FAR = 3  # functions on a way; on a longer one nothing may be in doubt
TIMES = 10  # ways may lead through so many times the modules that a file may otherwise ask for


class Edge(NamedTuple):
    """One thing that runs when a function does, and where in its body: line and column from 1, the column in characters."""

    outcome: Outcome
    line: int
    column: int
    label: str
    offset: int  # the action's number in the function


class Step(NamedTuple):
    """A function on the way to a call that waits.

    `label`: how it is called (`cache.load()`); `path`, `line`, `column`: the place in its body where the way goes on.
    """

    label: str
    path: str
    line: int
    column: int


Path = tuple[Step, ...]
Ways = dict[str, tuple[int, Edge]]


class Edges:
    """The edges of functions, for one project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.outcomes = Outcomes(project)
        self._known: dict[Func, tuple[Edge, ...]] = {}

    def of(self, function: Func) -> tuple[Edge, ...]:
        found = self._known.get(function)
        if found is None:
            found = self._known[function] = tuple(self._made(function))
        return found

    def _made(self, function: Func) -> list[Edge]:
        view = self.project.view(function.module)
        if view is None:
            return []
        env = self.project.evaluator.entered(function, None)
        found = []
        for number, item in enumerate(view.actions(function.qualname)):
            action = item if isinstance(item, Action) else Action(*item)
            found += [
                Edge(outcome._replace(site=None), action.line, action.column, action.label, number)
                for outcome in self.outcomes.of(action, view, env)
                if not waits_on_a_test(outcome.name, action)
            ]
        return found


def waits_on_a_test(name: str, action: Action) -> bool:
    """Whether a function waits for a condition only if its test fails, as a lock of readers and writers does that is mostly free.

    Who calls the function does not see the test, and nobody knows how it comes out: `while self.writing: self.condition.wait()`.
    """
    return name == "threading.Condition.wait_for" or (name == "threading.Condition.wait" and "asked" in action.flags)


class Reach:
    """What functions reach.

    `edges` answers for the functions of a module, or of all modules; what functions of other modules reach is asked of `beyond`.
    """

    def __init__(self, project: Project, edges: Edges, own: str | None = None, beyond: Callable[[], Reach] | None = None) -> None:
        self.project = project
        self._edges = edges
        self._own = own
        self._beyond = beyond
        self._ways: dict[Func, Ways] = {}
        self._cut: dict[Func, dict[Func, Ways]] = {}  # the same for a function from which too many modules are reached

    def of(self, function: Func) -> dict[str, Path]:
        """The waiting calls that running a function reaches, each with the functions on the shortest way; the first is its own."""
        return {name: self.path(function, name) for name in self.ways(function)}

    def nearest(self, function: Func) -> tuple[str, Path] | None:
        """The waiting call that is the fewest calls away."""
        ways = self.ways(function)
        if not ways:
            return None
        name = min(ways, key=lambda one: (ways[one][0], one))
        return name, self.path(function, name)

    def doubts(self, function: Func, name: str) -> int:
        """How many tests stand on the way to a call, of which nobody can say how they come out."""
        return self.ways(function)[name][0] // DOUBT

    def outcome(self, function: Func, name: str) -> Outcome:
        """The call itself that a way ends in."""
        return self._walk(function, name)[-1][1].outcome

    def edges(self, function: Func) -> tuple[Edge, ...]:
        """What runs when a function's body does, whichever module it is of."""
        if self._beyond is not None and function.module != self._own:
            return self._beyond().edges(function)
        return self._edges.of(function)

    def passed(self, function: Func, name: str) -> list[Func]:
        """The functions on the way from one to a call."""
        return [function for function, _ in self._walk(function, name)]

    def looked_up(self, function: Func, name: str) -> Iterator[str]:
        """The dotted names of what the way leads through, and those under which each of them looks up the next."""
        for passed, edge in self._walk(function, name):
            yield f"{passed.module}.{passed.qualname}"
            yield f"{passed.module}.{edge.label.removesuffix('()')}"

    def path(self, function: Func, name: str) -> Path:
        """The functions on the way from one to a call."""
        steps: list[Step] = []
        label = ""
        for passed, edge in self._walk(function, name):
            view = self.project.view(passed.module)
            steps.append(Step(label, view.path if view is not None else "", edge.line, edge.column))
            label = edge.label
        return tuple(steps)

    def ways(self, function: Func) -> Ways:
        """For each waiting call that a function reaches, how far it is and the edge that leads there."""
        if self._beyond is not None and function.module != self._own:
            return self._beyond().ways(function)
        if function not in self._ways and function not in self._cut:
            self._solve(function)
        return self._ways[function] if function in self._ways else self._cut[function][function]

    # How it is known

    def _walk(self, function: Func, name: str) -> list[tuple[Func, Edge]]:
        if self._beyond is not None and function.module != self._own:
            return self._beyond()._walk(function, name)
        self.ways(function)
        known = self._ways if function in self._ways else self._cut[function]
        found: list[tuple[Func, Edge]] = []
        while True:
            edge = known[function][name][1]
            found.append((function, edge))
            target = edge.outcome.runs
            if target is None:
                return found
            if target not in known:
                return [*found, *self._walk(target, name)]
            function = target

    def _solve(self, start: Func) -> None:
        """Finds what a function and all that it reaches reach: every function once, however many ask."""
        limit = self.project.settings.module_limit * TIMES
        modules: set[str] = set()
        fresh: dict[Func, tuple[Edge, ...]] = {start: ()}
        queue = [start]
        callers: dict[Func, list[tuple[Func, Edge]]] = {}
        is_cut = False
        for function in queue:
            modules.add(function.module)
            if len(modules) > limit:
                import logging  # loads much, and is nearly never needed

                logging.getLogger(__name__).debug(
                    "%s: calls lead through more than %d modules; what %s reaches stays unknown", self.project.path, limit, function.module
                )
                modules.discard(function.module)
                is_cut = True
                continue
            fresh[function] = self._edges.of(function)
            for edge in fresh[function]:
                target = edge.outcome.runs
                if target is not None and (self._beyond is None or target.module == self._own):
                    callers.setdefault(target, []).append((function, edge))
                    if target not in fresh and target not in self._ways:
                        fresh[target] = ()
                        queue.append(target)
        ways = self._settled(fresh, callers)
        if is_cut:
            self._cut[start] = ways
        else:
            self._ways.update(ways)

    def _settled(self, fresh: dict[Func, tuple[Edge, ...]], callers: dict[Func, list[tuple[Func, Edge]]]) -> dict[Func, Ways]:
        found: dict[Func, Ways] = {function: {} for function in fresh}
        heap: list[tuple[int, int, str, Func, Edge]] = []
        count = 0
        for function, edges in fresh.items():
            for edge in edges:
                target = edge.outcome.runs
                if target in fresh:
                    continue
                known = {edge.outcome.name: 0} if target is None else {name: way[0] for name, way in self.ways(target).items()}
                for name, length in known.items():
                    count += 1
                    heap.append((length + _cost(edge), count, name, function, edge))
        heapq.heapify(heap)
        while heap:
            length, _, name, function, edge = heapq.heappop(heap)
            if name in found[function] or length >= (DOUBTS + 1) * DOUBT or (length >= DOUBT and length % DOUBT > FAR):
                continue
            found[function][name] = (length, edge)
            for caller, call in callers.get(function, ()):
                if name not in found[caller]:
                    count += 1
                    heapq.heappush(heap, (length + _cost(call), count, name, caller, call))
        return found


def _cost(edge: Edge) -> int:
    return 1 + DOUBT * edge.outcome.doubts
