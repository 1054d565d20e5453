"""From a function to the calls that wait, by the shortest way: over functions of this module and of others.

A function's *edges* are what its actions come to. They are found when asked for and shared by all files of a run (`linked.py`); which
waiting calls a function reaches is the least solution of these edges, so recursion and cycles end by themselves. Work is linear in the
functions and edges reached.
"""

from __future__ import annotations

import heapq
import logging
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.outcomes import Outcome, Outcomes
from flake8_pitfalls.facts.values import Func

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

log = logging.getLogger(__name__)
MOST = 20_000  # functions looked at for one file


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
            ]
        return found


DOUBT = 1 << 20  # how much longer a way is for each test on it that nobody can decide
DOUBTS = 1  # more of them, and nothing is said
FAR = 3  # functions on a way; on a longer one nothing may be in doubt


class Reach:
    """What functions reach, for one file. `edges` answers for a function, whichever module it is of."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._edges: dict[Func, tuple[Edge, ...]] = {}
        self._ways: dict[Func, dict[str, tuple[int, Edge]]] = {}  # function -> waiting call -> (length, first edge)
        self._modules: set[str] = set()

    def of(self, function: Func) -> dict[str, Path]:
        """The waiting calls that running a function reaches, each with the functions on the shortest way; the first is its own."""
        self._solve(function)
        return {name: self._path(function, name) for name in self._ways[function]}

    def nearest(self, function: Func) -> tuple[str, Path] | None:
        """The waiting call that is the fewest calls away."""
        self._solve(function)
        ways = self._ways[function]
        if not ways:
            return None
        name = min(ways, key=lambda one: (ways[one][0], one))
        return name, self._path(function, name)

    def doubts(self, function: Func, name: str) -> int:
        """How many tests stand on the way to a call, of which nobody can say how they come out."""
        return self._ways[function][name][0] // DOUBT

    def outcome(self, function: Func, name: str) -> Outcome:
        """The call itself that a way ends in."""
        while True:
            edge = self._ways[function][name][1]
            if edge.outcome.runs is None:
                return edge.outcome
            function = edge.outcome.runs

    def _path(self, function: Func, name: str) -> Path:
        steps: list[Step] = []
        label = ""
        while True:
            edge = self._ways[function][name][1]
            view = self.project.view(function.module)
            steps.append(Step(label, view.path if view is not None else "", edge.line, edge.column))
            if edge.outcome.runs is None:
                return tuple(steps)
            function, label = edge.outcome.runs, edge.label

    # How it is known

    def edges(self, function: Func) -> tuple[Edge, ...]:
        found = self._edges.get(function)
        if found is None:
            found = self._edges[function] = self._expanded(function)
        return found

    def _expanded(self, function: Func) -> tuple[Edge, ...]:
        project = self.project
        if function.module not in self._modules:
            if len(self._modules) > project.settings.module_limit or len(self._edges) > MOST:
                log.debug("%s: calls lead too far; what %s reaches stays unknown", project.path, function.module)
                return ()
            self._modules.add(function.module)
        return project.edges_of(function)

    def _solve(self, start: Func) -> None:
        if start in self._ways:
            return
        fresh: dict[Func, None] = {start: None}
        queue = [start]
        callers: dict[Func, list[tuple[Func, Edge]]] = {}
        for function in queue:
            for edge in self.edges(function):
                target = edge.outcome.runs
                if target is not None:
                    callers.setdefault(target, []).append((function, edge))
                    if target not in fresh and target not in self._ways:
                        fresh[target] = None
                        queue.append(target)
        self._settle(queue, callers)

    def _settle(self, fresh: list[Func], callers: dict[Func, list[tuple[Func, Edge]]]) -> None:
        heap: list[tuple[int, int, str, Func, Edge]] = []
        count = 0
        for function in fresh:
            self._ways[function] = {}
            for edge in self.edges(function):
                target = edge.outcome.runs
                known = {edge.outcome.name: 0} if target is None else {name: way[0] for name, way in self._ways.get(target, {}).items()}
                for name, length in known.items():
                    count += 1
                    heap.append((length + _cost(edge), count, name, function, edge))
        heapq.heapify(heap)
        while heap:
            length, _, name, function, edge = heapq.heappop(heap)
            if name in self._ways[function] or length >= (DOUBTS + 1) * DOUBT or (length >= DOUBT and length % DOUBT > FAR):
                continue
            self._ways[function][name] = (length, edge)
            for caller, call in callers.get(function, ()):
                if name not in self._ways[caller]:
                    count += 1
                    heapq.heappush(heap, (length + _cost(call), count, name, caller, call))


def _cost(edge: Edge) -> int:
    return 1 + DOUBT * edge.outcome.doubts
