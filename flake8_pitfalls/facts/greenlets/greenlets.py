"""What is handed to a greenlet, and what patches: calls of gevent and eventlet, under whatever names.

A hand-over is a call that makes a greenlet of a function: `gevent.spawn(f)`, `pool.map(f, items)`, `StreamServer(address, f)`,
`map(gevent.spawn, functions)`, `partial(gevent.spawn, f)()`. The classes whose own method is the body of a greenlet are found too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.actions import Action
from flake8_pitfalls.facts.values import NOTHING_KNOWN, UNKNOWN, Cls, Const, Func, Given, Inst, Param, Partial, Site, Thing
from flake8_pitfalls.knowledge.gevent import ALL, BODIES, PATCHERS, SPAWNERS, Patcher, canonical

if TYPE_CHECKING:
    from flake8_pitfalls.facts.calls import Calls
    from flake8_pitfalls.facts.evaluate import Env
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

Found = frozenset[Any]
MAPPERS = frozenset(("builtins.map", "itertools.starmap"))
PATCH_LABEL = re.compile(
    r"(?:^|[.\W])(?:monkey_patch|patch_(?:all|time|socket|thread|select|selectors|subprocess|os|queue|item|module))\(\)$"
)
ASKERS = frozenset(("is_module_patched", "is_object_patched", "is_anything_patched", "is_monkey_patched"))
LOOKERS = ASKERS | {"get_original", "original", "hasattr", "import_patched"}


class Handover(NamedTuple):
    """A call that hands a function to a greenlet.

    `number`: the action's number in the body of `qualname`; `callee`: the library's name of what is called; `values`: what the function
    can be; `given`: the arguments that it will be called with.
    """

    module: str
    qualname: str
    number: int
    line: int
    column: int
    label: str
    callee: str
    values: Found
    given: Given
    argument: Any  # the term of the function


def handovers(view: View, project: Project) -> Iterator[Handover]:
    """All of a module, in the order of its functions; the functions' parameters stand for themselves."""
    for qualname in ["", *view.function_names]:
        for number, item in enumerate(view.actions(qualname)):
            action = item if isinstance(item, Action) else Action(*item)
            if action.kind == "call":
                found = spawner(action, view, {}, project)
                if found is not None:
                    yield Handover(view.module, qualname, number, action.line, action.column, action.label, *found)


def spawner(action: Action, view: View, env: Env, project: Project) -> tuple[str, Found, Given, Any] | None:
    """Of a call that makes a greenlet of a function: what is called, what the function can be, its arguments, and the function's term."""
    if action.kind != "call":
        return None
    term = action.terms[0]
    evaluator = project.evaluator
    site = Site(view, term, env)
    for value in evaluator.of(term[1], view, env):
        name, shift = _spawning(value, project)
        if name:
            source = value.site if isinstance(value, Partial) else site
            place, keyword = SPAWNERS[name]
            given = evaluator.argument(source, place + shift, keyword or None)
            if given is None and source is not site:  # `partial(pool.spawn)(f)`
                return None
            if given:
                return name, _functions(given), _arguments(source, place + shift + 1, name, project), _term(source, place + shift, keyword)
        elif isinstance(value, Thing) and value.name in MAPPERS:
            for function in evaluator.argument(site, 0) or ():
                name, _ = _spawning(function, project)
                if name and SPAWNERS[name][0] == 0:
                    return name, evaluator.elements(evaluator.argument(site, 1)), Given((), ()), None
    return None


def _term(site: Site, place: int, keyword: str) -> Any:
    """The term of an argument."""
    if place < len(site.term[2]):
        return site.term[2][place]
    return next((term for name, term in site.term[3] if name == keyword), None)


def _functions(values: Found) -> Found:
    """Values without None, which stands for no function."""
    return frozenset(value for value in values if not isinstance(value, Const))


def _spawning(value: Any, project: Project) -> tuple[str, int]:
    """The library's name of what a value makes greenlets by, "" where it does not, and how many arguments a partial has taken before."""
    if isinstance(value, Thing):
        name = canonical(value.name)
        shift = name.endswith(".__init__") and value.receiver is None  # `Greenlet.__init__(self, work)`
        return (name, int(shift)) if name in SPAWNERS else ("", 0)
    if isinstance(value, Partial) and isinstance(value.function, Thing):
        name = canonical(value.function.name)
        return (name, 1) if name in SPAWNERS else ("", 0)
    if isinstance(value, Cls):
        base = base_of(value, project)
        if (
            base in SPAWNERS
            and body_of(value, project) is None
            and not isinstance(project.classes.lookup(project.classes.order(value), "__init__")[1], Cls)
        ):
            return base, 0
    return "", 0


def base_of(cls: Cls, project: Project) -> str:
    """The class of gevent or eventlet that a class of the project derives from, whose instances are greenlets or servers; else ""."""
    for base in project.classes.order(cls):
        if isinstance(base, Thing) and (canonical(base.name) in BODIES or canonical(base.name) in SPAWNERS):
            return canonical(base.name)
    return ""


def body_of(cls: Cls, project: Project) -> Func | None:
    """The method of a class that a greenlet runs."""
    method = BODIES.get(base_of(cls, project))
    if method is None:
        return None
    found, owner = project.classes.lookup(project.classes.order(cls), method)
    value = next(iter(found)) if len(found) == 1 and isinstance(owner, Cls) else None
    return value._replace(receiver=Inst(cls)) if isinstance(value, Func) else None


def _arguments(site: Site, first: int, name: str, project: Project) -> Given:
    """What the function will be called with: the arguments after it, or the items that it is mapped over."""
    evaluator = project.evaluator
    if name.rpartition(".")[2] in ("map", "map_async", "map_cb", "imap", "imap_unordered", "starmap"):
        return Given((evaluator.elements(evaluator.argument(site, first)),), ())
    if name.rpartition(".")[2] in (
        "apply",
        "apply_async",
        "apply_cb",
        "serve",
        "server",
        "WSGIServer",
        "StreamServer",
        "DatagramServer",
        "BaseServer",
        "Thread",
    ):
        return Given((), ())
    arguments, keywords = site.term[2], site.term[3]
    if any(item is not None and item[0] == "star" for item in arguments) or any(keyword is None for keyword, _ in keywords):
        return Given((NOTHING_KNOWN,) * 4, ())
    positions = tuple(evaluator.argument(site, place) or NOTHING_KNOWN for place in range(first, len(arguments)))
    named = tuple((keyword, evaluator.argument(site, None, keyword) or NOTHING_KNOWN) for keyword, _ in keywords)
    return Given(positions, named)


# Functions that come as parameters


class Fillers:
    """What parameters are filled with by calls; `around` gives the modules that may call the functions of one."""

    def __init__(self, project: Project, calls: Calls, around: Callable[[str], list[View]]) -> None:
        self.project = project
        self.calls = calls
        self.around = around
        self._found: dict[tuple[str, str], list[Env]] = {}

    def resolved(self, values: Found, depth: int = 0) -> Found:
        """The values, each parameter replaced by what calls hand over in its place."""
        if depth > 4 or not any(isinstance(value, Param) for value in values):
            return values
        found: set[Any] = set()
        for value in values:
            if not isinstance(value, Param):
                found.add(value)
                continue
            for env in self._envs(value.module, value.qualname):
                found |= env.get((value.module, value.qualname, value.name), frozenset())
        return self.resolved(frozenset(found), depth + 1)

    def _envs(self, module: str, qualname: str) -> list[Env]:
        key = (module, qualname)
        if key not in self._found:
            self._found[key] = []
            self._found[key] = [env for view in self.around(module) for env in self._calls_in(view, module, qualname)]
        return self._found[key]

    def _calls_in(self, view: View, module: str, qualname: str) -> Iterator[Env]:
        evaluator = self.project.evaluator
        for function in ["", *view.function_names]:
            for item in view.actions(function):
                action = item if isinstance(item, Action) else Action(*item)
                if action.kind != "call":
                    continue
                for outcome in self.calls.outcomes.of(action, view, {}):
                    if outcome.runs is not None and (outcome.runs.module, outcome.runs.qualname) == (module, qualname):
                        yield dict(outcome.runs.env)
            facts = view.function(function) if function else None
            for decorator in facts["decorators"] if facts is not None else ():
                for value in evaluator.of(decorator, view, {}):
                    if isinstance(value, Func) and (value.module, value.qualname) == (module, qualname):
                        parameters = (self.project.function(value) or {"parameters": []})["parameters"]
                        if parameters:
                            yield {(module, qualname, parameters[0][0]): frozenset((Func(view.module, function),))}


# Patching


def called_patch(value: Any, term: Any, view: View, env: Env, project: Project) -> tuple[frozenset[str], str] | None:
    """Of a call of a value that patches: the groups that it may patch, and the library; None of any other."""
    site = Site(view, term, env)
    if isinstance(value, Partial) and isinstance(value.function, Thing):
        name = canonical(value.function.name)
        return (frozenset((ALL,)), name.partition(".")[0]) if name in PATCHERS else None
    name = canonical(value.name) if isinstance(value, Thing) else ""
    if name not in PATCHERS:
        return None
    return groups_of(PATCHERS[name], site, project), name.partition(".")[0]


def groups_of(patcher: Patcher, site: Site, project: Project) -> frozenset[str]:
    """The groups that a call patches, with those of arguments that are not known."""
    if any(keyword is None for keyword, _ in site.term[3]) or any(item is not None and item[0] == "star" for item in site.term[2]):
        return frozenset((ALL,))
    given = {}
    for place, (name, _, _) in enumerate(patcher.parameters):
        found = project.evaluator.argument(site, None if patcher.chosen else place, name)
        if found is not None:
            given[name] = {bool(value.value) if isinstance(value, Const) else None for value in found}
    by_itself = True
    if patcher.chosen:
        all_on = project.evaluator.argument(site, None, "all")
        if all_on is not None:
            by_itself = any(not isinstance(value, Const) or bool(value.value) for value in all_on)
        else:
            by_itself = not any(True in found for found in given.values())
    groups = set(patcher.always)
    for name, those, default in patcher.parameters:
        if given.get(name, {default and by_itself}) != {False}:
            groups.update(those)
    return frozenset(groups)


def is_hidden_patch(action: Action, view: View, env: Env, project: Project) -> bool:
    """Whether a call may patch, though it is not known what it calls: by its name, or since it is handed the patching module."""
    if PATCH_LABEL.search(action.label):
        return True
    term = action.terms[0]
    last = action.label.removesuffix("()").rpartition(".")[2]
    if last in LOOKERS:
        return False
    handed = [item for item in term[2] if item is not None and item[0] in ("use", "attr")]
    for item in handed:
        for value in project.evaluator.of(item, view, env):
            if isinstance(value, Thing) and (canonical(value.name) in PATCHERS or value.name in ("gevent.monkey", "eventlet.patcher")):
                return True
    return False


def is_unknown(values: Found) -> bool:
    """Whether nothing is known of what a function can be."""
    return not values or all(value == UNKNOWN or isinstance(value, Param) for value in values)
