"""Who calls whom, and what waits: the calls, `with`, loops, reads and operators of a function that stop the event loop.

`module.calls.blocks(node)` is what PIT301 and PIT302 share: a block without a path stands in the function itself, one with a path is
reached through calls. `module.calls.reached(value)` answers for any function that something is handed.
"""

from __future__ import annotations

import ast
import os
import sys
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.outcomes import Outcome, Outcomes, ordered
from flake8_pitfalls.facts.reach import Edges, Path, Reach, Step
from flake8_pitfalls.facts.ready import QUESTIONS, place
from flake8_pitfalls.facts.registered import Registered
from flake8_pitfalls.facts.replaced import is_replaced
from flake8_pitfalls.facts.strings import Field
from flake8_pitfalls.facts.values import Func, Inst, Site
from flake8_pitfalls.knowledge.blocking import shown

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.actions import Action
    from flake8_pitfalls.knowledge.blocking import Blocking
    from flake8_pitfalls.text.source import Span

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.Module
LOOPS = frozenset(("asyncio", "trio", "anyio", "curio", "uvloop"))


class Block(NamedTuple):
    """A place in a function that waits.

    `name`: the dotted name of what waits; `path`: the functions on the way to it, none where it stands here; `action`: what stands here;
    `outcome`: what it comes to; `blocking`: what the table says of the call that waits, None where the user's settings name it;
    `doubts`: the tests on the way that nobody can decide from here.
    """

    where: ast.AST
    name: str
    path: Path
    action: Action
    outcome: Outcome
    blocking: Blocking | None
    doubts: int = 0


class Calls:
    """The questions about calls, of one module."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.project = module.project
        self.view = module.project.own
        self.outcomes = Outcomes(self.project)
        edges = Edges(self.project)
        self.outcomes.registered = edges.outcomes.registered = Registered(module).filled
        self.reach = Reach(self.project, edges, self.view.module, lambda: self.project.linked.reach)
        self._blocks: dict[ast.AST, list[Block]] = {}

    def blocks(self, node: ast.AST) -> list[Block]:
        """The places in the body of a function (or the module) that wait, one at most for each, the nearest way first."""
        found = self._blocks.get(node)
        if found is None:
            found = self._blocks[node] = self._of_body(self.view.terms.qualname(node))
        return found

    def stops(self, node: ast.AST) -> list[Block]:
        """The same for what an event loop runs: an `async def`, a module that awaits at its top level, the cells of a notebook that do."""
        if isinstance(node, ast.AsyncFunctionDef):
            return [] if self._is_run_elsewhere(node) else self.blocks(node)
        cells = self.module.cells
        awaiting = self._awaiting_cells(node)
        return [block for block in self.blocks(node) if cells.of(block.where) in awaiting] if awaiting else []

    def span(self, where: ast.AST) -> ast.AST | Span:
        """Where a block stands. Before Python 3.12 the tree misplaces what stands in an f-string: there it is the whole field."""
        if sys.version_info >= (3, 12):
            return where
        child, found = where, None
        for around in self.module.index.ancestors(where):
            if isinstance(around, ast.JoinedStr) and isinstance(child, ast.FormattedValue):
                found = (around, child)
            child = around
        if found is None:
            return where
        for piece, field in self.module.strings.pieces(found[0]):
            if field is found[1] and isinstance(piece, Field):
                return piece.expression
        return found[0]

    def shown(self, block: Block) -> str:
        """The way to what waits, in one line: `load() → cache.get() (cache.py:41) → requests.get`.

        With a function of another file comes the place in it where the way goes on.
        """
        parts = [step.label if step.path == self.view.path else f"{step.label} ({_short(step.path)}:{step.line})" for step in block.path]
        return " → ".join([*parts, shown(block.name)])

    def actions(self, node: ast.AST) -> list[tuple[Action, ast.AST]]:
        """What runs when the body of a function (or the module) of this file does, each with its node."""
        return self.view.local.body(self.view.terms.qualname(node))

    def outcomes_of(self, node: ast.AST) -> list[tuple[Outcome, Action, ast.AST]]:
        """What each action of a body comes to: calls that wait, and functions of the project that run."""
        qualname = self.view.terms.qualname(node)
        return [
            (outcome, action, where)
            for action, where in self.view.local.body(qualname)
            for outcome in self.outcomes.of(action, self.view, {})
        ]

    def reached(self, value: Any, site: Any = None) -> dict[str, Path]:
        """The waiting calls that calling a value reaches, by dotted name, each by its shortest path; () where it is the value itself.

        `value`: one of `module.values.of(node)`, such as a Func, Cls, Partial or Thing; `site`: the call, where its arguments are known.
        """
        found: dict[str, Path] = {}
        for outcome in self.outcomes.called(value, site, None):
            if outcome.runs is None:
                found[outcome.name] = ()
                continue
            for name, path in self.reach.of(outcome.runs).items():
                if name not in found or len(path) < len(found[name]):
                    found[name] = path
        return found

    def runs(self, value: Any, site: Any = None) -> list[Func]:
        """The functions of the project that calling a value runs right away."""
        return [outcome.runs for outcome in self.outcomes.called(value, site, None) if outcome.runs is not None]

    def site(self, call: ast.Call) -> Site:
        """A call of this file, as the place whose arguments can be asked for."""
        return Site(self.view, self.view.terms.of(call), {})

    # How it is known

    def _awaiting_cells(self, node: ast.AST) -> set[int]:
        """The cells that await outside of functions; a module that is no notebook is one."""
        index = self.module.index
        waits = [*index.of(ast.Await, ast.AsyncFor, ast.AsyncWith), *filter(is_async, index.of(ast.ListComp, ast.SetComp, ast.DictComp))]
        return {self.module.cells.of(one) for one in waits if index.function(one) is node}

    def _is_run_elsewhere(self, node: ast.AsyncFunctionDef) -> bool:
        """Whether a decorator that the settings name runs it in a thread or a loop of its own, or the module runs coroutines by hand."""
        wanted = self.module.settings.offloading_decorators
        return self._runs_coroutines or (bool(wanted) and any(is_offloading(item, self.module) for item in node.decorator_list))

    @cached_property
    def _runs_coroutines(self) -> bool:
        """Whether the module drives coroutines with `.send(None)` and knows no event loop: the side of a client that is to wait."""
        words = self.module.source.words
        return (
            "send" in words
            and words.isdisjoint(LOOPS)
            and any(
                isinstance(call.func, ast.Attribute)
                and call.func.attr == "send"
                and [getattr(given, "value", given) for given in call.args] == [None]
                for call in self.module.index.of(ast.Call)
                if isinstance(call, ast.Call)
            )
        )

    def _of_body(self, qualname: str) -> list[Block]:
        found: list[Block] = []
        instances = self._instances(qualname)
        for action, where in self.view.local.body(qualname):
            best: Block | None = None
            for instance, env in instances:
                for outcome in self.outcomes.of(action, self.view, env) if best is None or not instance else ():
                    block = self._block(outcome, action, where, instance)
                    if block is not None and (best is None or (len(block.path), block.name) < (len(best.path), best.name)):
                        best = block
            if best is not None:
                found.append(best)
        return found

    def _instances(self, qualname: str) -> list[tuple[str, dict[Any, Any]]]:
        """What a function may run on, as the parameters that are known then: what its calls hand over; of an abstract class, those that
        fill it in."""
        found: list[tuple[str, dict[Any, Any]]] = [("", {})]
        node = self.view.local.function_nodes.get(qualname)
        if isinstance(node, ast.AsyncFunctionDef) and (node.args.posonlyargs or node.args.args):
            from flake8_pitfalls.facts.callers import filled
            from flake8_pitfalls.facts.concretes import concretes

            found = [("", filled(node, qualname, self.module))]
            key = (self.view.module, qualname, (*node.args.posonlyargs, *node.args.args)[0].arg)
            found += [(one.qualname, {key: frozenset((Inst(one),))}) for one in concretes(node, self.module)]
        return found

    def _note(self, function: Func) -> None:
        """Keeps in mind a module that a finding rests on."""
        found = self.project.find(function.module) if function.module != self.view.module else None
        if found is not None:
            self.project.consulted.setdefault(function.module, found[0])

    def _is_asked_first(self, name: str, where: ast.AST) -> bool:
        """Whether the function asks, before it calls a helper that waits, whether there is something to wait for."""
        questions = QUESTIONS.get(name.rpartition(".")[2], ())
        if not questions or name.partition(".")[0] == "requests":
            return False
        around = self.module.index.function(where)
        return any(
            isinstance(part.func, ast.Attribute)
            and part.func.attr in questions
            and place(part) < place(where)
            and self.module.index.function(part) is around
            for part in self.module.index.of(ast.Call)
            if isinstance(part, ast.Call)
        )

    def _is_replaced(self, outcome: Outcome, action: Action) -> bool:
        """Whether this module puts something else in the place of what waits, or of a function on the way, as tests do."""
        nearest = self.reach.nearest(outcome.runs) if outcome.runs is not None else (outcome.name, ())
        names = [f"{self.view.module}.{action.label.removesuffix('()')}"]
        if nearest is not None:
            names.append(nearest[0])
            names += self.reach.looked_up(outcome.runs, nearest[0]) if outcome.runs is not None else ()
        return any(is_replaced(name, self.view.patched) for name in names)

    def _block(self, outcome: Outcome, action: Action, where: ast.AST, instance: str) -> Block | None:
        if self.view.patched and self._is_replaced(outcome, action):
            return None
        if outcome.runs is None:
            here = (Step(action.label, self.view.path, action.line, action.column),) if outcome.scheduled else ()
            return Block(where, outcome.name, here, action, outcome, outcome.blocking)
        nearest = self.reach.nearest(outcome.runs)
        if nearest is None:
            return None
        name, path = nearest
        if self._is_asked_first(name, where):
            return None
        path = (path[0]._replace(label=f"{action.label} of {instance}" if instance else action.label), *path[1:])
        for function in self.reach.passed(outcome.runs, name):
            self._note(function)
        last = self.reach.outcome(outcome.runs, name)
        return Block(where, name, path, action, outcome, last.blocking, self.reach.doubts(outcome.runs, name))


def is_async(node: ast.AST) -> bool:
    """Whether a comprehension awaits what it goes over."""
    return any(part.is_async for part in getattr(node, "generators", ()))


def is_offloading(decorator: ast.expr, module: Module) -> bool:
    """Whether the settings name a decorator as one that offloads."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    names = [value.name for value in module.values.of(node) if hasattr(value, "name")]
    return any(fnmatchcase(name, pattern) for name in [*names, ast.unparse(node)] for pattern in module.settings.offloading_decorators)


def _short(path: str) -> str:
    """A file's name, with its folder where the name alone says nothing."""
    folder, name = os.path.split(path)
    return f"{os.path.basename(folder)}/{name}" if name == "__init__.py" else name


def first(values: frozenset[Any]) -> Any | None:
    """The first of some values, in an order that is the same in each run."""
    return ordered(values)[0] if values else None
