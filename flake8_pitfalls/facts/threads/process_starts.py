"""Where a module starts processes as it is imported: itself, or through the functions that its body calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.main_guard import SPEAKING_NAMES, SPEAKING_TEXTS, is_guarded
from flake8_pitfalls.facts.threads.threads import name_of, start_method
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst
from flake8_pitfalls.knowledge.threads import PROCESSES

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

EXECUTOR = "concurrent.futures.ProcessPoolExecutor"
STARTING = frozenset(f"{name}.start" for name in PROCESSES)
MAKING = frozenset(("multiprocessing.Pool", "multiprocessing.Manager"))
WORKING = frozenset((f"{EXECUTOR}.submit", f"{EXECUTOR}.map"))
SPEAKING = SPEAKING_NAMES | SPEAKING_TEXTS
DEPTH = 12


class Start(NamedTuple):
    """`where`: what runs at import; `path`: the functions on the way to what starts; `what` starts a process there."""

    where: ast.AST
    path: tuple[str, ...]
    what: str


def process_starts(calls: list[ast.Call], module: Module) -> Iterator[Start]:
    """All of them, in the order of the text. `calls`: those at import that may start something (see `import_calls.py`)."""
    if forks(module):
        return
    reach = Reach(module)
    seen: set[ast.AST] = set()
    for call in calls:
        for value in module.values.of(call.func):
            found = started_by(value, module)
            where: ast.AST = call
            if found in WORKING:
                where = _making(value, calls, module) or call
            elif not found and isinstance(value, (Func, Cls)):
                path = reach.path(value)
                if path and call not in seen:
                    seen.add(call)
                    yield Start(call, tuple(path[:-1]), path[-1])
                continue
            if found and where not in seen:
                seen.add(where)
                yield Start(where, (), found)


def started_by(value: Any, module: Module) -> str:
    """What a call of this starts at once, "" for nothing: `multiprocessing.Process.start`, `multiprocessing.Pool` …"""
    name = name_of(value)
    if name in STARTING or name in MAKING or name in WORKING:
        return "" if start_method(value.receiver if name in STARTING else value, module) == "fork" else name
    return ""


def _making(value: Any, calls: list[ast.Call], module: Module) -> ast.AST | None:
    """The call at import that made the executor which is given work."""
    site = value.receiver.site if isinstance(value.receiver, Inst) else None
    if site is None:
        return None
    return next((call for call in calls if module.values.view.terms.of(call) is site.term), None)


def forks(module: Module) -> bool:
    """Whether the module itself chooses `fork`, under which nothing is imported again."""
    if "fork" not in module.source.words:
        return False
    for node in module.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        if (module.names.qualified(node.func) or "") == "multiprocessing.set_start_method" and node.args:
            value = module.values.one(node.args[0])
            if isinstance(value, Const) and value.value == "fork":
                return True
    return False


class Reach:
    """From functions to what starts a process, over modules; the shortest way that is found first."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._known: dict[tuple[str, str], list[str]] = {}

    def path(self, value: Any, depth: int = 0) -> list[str]:
        """The labels of the calls from a function to a start, the start's name last; [] where it reaches none."""
        if isinstance(value, Cls):
            classes = self.module.project.classes
            found, owner = classes.lookup(classes.order(value), "__init__")
            value = next(iter(found)) if len(found) == 1 and isinstance(owner, Cls) else None
        if not isinstance(value, Func) or depth > DEPTH:
            return []
        key = (value.module, value.qualname)
        if key not in self._known:
            self._known[key] = []
            self._known[key] = self._of_body(value, depth)
        return self._known[key]

    def _of_body(self, value: Func, depth: int) -> list[str]:
        project = self.module.project
        facts, view = project.function(value), project.view(value.module)
        if facts is None or view is None or facts["kind"] != "sync":
            return []
        later: list[tuple[str, Any]] = []
        for label, term in self._calls(value):
            for callee in project.evaluator.of(term[1], view, {}):
                found = started_by(callee, self.module)
                if found:
                    return [label, found]
                if isinstance(callee, (Func, Cls)):
                    later.append((label, callee))
        for label, callee in later:
            rest = self.path(callee, depth + 1)
            if rest:
                return [label, *rest]
        return []

    def _calls(self, value: Func) -> Iterator[tuple[str, Any]]:
        """The calls of a body that run in a child's import too."""
        view = self.module.project.view(value.module)
        if view is None:
            return
        if view.module == self.module.values.view.module:
            for action, node in view.local.body(value.qualname):
                if action.kind == "call" and action.terms[0] is not None and not is_guarded(node, self.module):
                    yield action.label, action.terms[0]
            return
        actions = view.actions(value.qualname)
        if any(word in action.label for action in actions for word in SPEAKING):
            return  # it asks who it is; what comes of that is not seen from here
        for action in actions:
            if action.kind == "call" and action.terms[0] is not None:
                yield action.label, action.terms[0]
