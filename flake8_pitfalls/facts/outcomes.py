"""What one action comes to: a call that waits, a function of the project that runs, or nothing that is known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.binding import Binder
from flake8_pitfalls.facts.defaults import default_makers
from flake8_pitfalls.facts.dependence import may_be_instance
from flake8_pitfalls.facts.values import (
    UNKNOWN,
    Cls,
    Const,
    Func,
    Inst,
    Mapping,
    Param,
    Partial,
    Running,
    Seq,
    Site,
    Thing,
    Unknown,
    Wrapped,
    type_name,
)
from flake8_pitfalls.facts.waiting import Waiting
from flake8_pitfalls.knowledge.blocking import BLOCKING_ITERATION, BLOCKING_WITH, Blocking, blocking, canonical
from flake8_pitfalls.knowledge.offloading import CALLERS, DRIVERS, LAZY, LAZY_CALLERS, RUNNERS, SCHEDULERS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.actions import Action
    from flake8_pitfalls.facts.evaluate import Env
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

Found = frozenset[Any]
COMPARISONS = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "!=": operator.ne}
DEPTH = 12  # iterators of iterators, partials of partials
# Libraries whose objects are awaited: where one of theirs may stand, nothing is said.
AWAITED = ("asyncio.", "anyio.", "trio.", "curio.", "janus.", "aioprocessing.", "uvloop.")
GREEN = ("gevent.", "eventlet.")


class Outcome(NamedTuple):
    """Either `name`, a call that waits, or `runs`, a function of the project that runs now.

    `scheduled`: the event loop will run it, later; `doubts`: how many tests it depends on that nobody can decide here,
    which of several functions is called among them; `site`: the call, for its arguments; `blocking`: what the tables say, None for
    a call that the user's settings name.
    """

    name: str = ""
    runs: Func | None = None
    scheduled: bool = False
    doubts: int = 0
    site: Any = None
    blocking: Blocking | None = None


class Outcomes:
    """Resolves actions for a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.evaluator = project.evaluator
        self.classes = project.classes
        self.binder = Binder(project)
        self.waiting = Waiting(project)
        self.registered: Callable[[Found], Found] | None = None  # what a module's registries hold, where that module is at hand

    def of(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        """Everything that an action may come to; nothing where what it acts on may be something unknown."""
        doubts = self._doubts(action.guards, view, env) if action.guards else 0
        if doubts is not None:
            for outcome in HOW[action.kind](self, action, view, env):
                yield outcome._replace(doubts=outcome.doubts + doubts) if doubts else outcome

    # Guards

    def _doubts(self, guards: list[Any], view: View, env: Env) -> int | None:
        """On how many tests that nobody can decide it depends whether something runs; None where it does not run."""
        doubts = 0
        for guard in guards:
            if guard[0] == "no loop":
                return None
            holds = None if guard[0] == "maybe" else self._holds(guard, self.evaluator.of(guard[1], view, env))
            if holds is False:
                return None
            doubts += holds is None and guard[-1] != "usual"
        return doubts

    def _holds(self, guard: list[Any], found: Found) -> bool | None:
        if not found or not all(isinstance(value, (Const, Cls, Func, Inst, Thing, Seq, Mapping)) for value in found):
            return None
        answers = {_holds(guard, value) for value in found}
        return answers.pop() if len(answers) == 1 else None

    # Actions

    def _call(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        term = action.terms[0]
        site = Site(view, term, env)
        found = self.certain(self._registered(self.evaluator.of(term[1], view, env), term[1], view))
        if any(isinstance(value, Thing) and value.name.startswith(AWAITED) and value.receiver is not None for value in found):
            found = frozenset(value for value in found if isinstance(value, Thing) and canonical(value.name) in SCHEDULERS)
        green = (*AWAITED, *GREEN) if "awaited" in action.flags else GREEN
        if len(found) > 1 and any(isinstance(value, Thing) and value.name.startswith(green) for value in found):
            found = frozenset()  # `sleep` of the loop's library or of the system: who imports both knows which one is right
        if found and view.is_local and self._is_replaced(term[1], found, site, action):
            found = frozenset()
        if len(found) > 1:
            found = self._of_kind(found, "awaited" in action.flags)
            if are_of_several_libraries(found) and not all(blocking(canonical(value.name)) for value in found if isinstance(value, Thing)):
                found = frozenset()
        for value in ordered(found):
            for outcome in self.called(value, site, action):
                yield outcome if len(found) == 1 else outcome._replace(doubts=outcome.doubts + 1)
        if term[1] is not None and term[1][0] == "attr":
            for value in self.certain(self.evaluator.of(term[1][1], view, env)):
                yield from self._read(value, term[1][2])
        yield from self._named(action)

    def _of_kind(self, found: Found, is_awaited: bool) -> Found:
        """Of what a decorator may have made of a function, one for each kind, that which fits the function, or the `await`."""
        functions = [value for value in found if isinstance(value, Func)]
        kinds = {value: (self.project.function(value) or {}).get("kind", "") for value in functions}
        if "async" not in kinds.values():
            return found
        around = {key for value in functions for key, held in value.env for one in held if self._is_coroutine_function(one)}
        return found if not is_awaited and not around else frozenset(value for value in found if kinds.get(value, "async") == "async")

    def _is_coroutine_function(self, value: Any) -> bool:
        return isinstance(value, Func) and (self.project.function(value) or {}).get("kind", "") == "async"

    def _is_replaced(self, term: Any, found: Found, site: Site, action: Action) -> bool:
        """Whether the module shows that something that does not wait is called in the place of what a name was bound to first."""
        from flake8_pitfalls.facts.stand_ins import is_default_filled, is_rebound

        def waits(value: Any) -> bool:
            return any(True for _ in self.called(value, site, action))

        if term is None or term[0] not in ("use", "param") or not any(map(waits, found)):
            return False
        return is_default_filled(term, site) or (len(found) > 1 and is_rebound(term, site.view, waits))

    def _registered(self, found: Found, term: Any, view: View) -> Found:
        """What is called, where it comes out of a registry; a parameter of the function that calls it is what its own caller hands over."""
        if self.registered is None or not any(isinstance(value, Param) for value in found):
            return found
        bound = [view.binding(number) for number in term[1]] if term[0] == "use" else [term]
        return found if any(item is not None and item[0] == "param" for item in bound) else self.registered(found)

    def _named(self, action: Action) -> Iterator[Outcome]:
        """A call that the settings name by how it is written: `*.execute_sync`."""
        written = action.label.removesuffix("()")
        pattern = self.waiting.named(written) if self.waiting.patterns else ""
        if pattern.startswith("*"):
            yield Outcome(written)

    def called(self, value: Any, site: Any, action: Action | None, depth: int = 0) -> Iterator[Outcome]:
        """What calling a value comes to."""
        if depth > DEPTH:
            return
        if isinstance(value, Thing):
            yield from self._called_thing(value, site, action, depth)
        elif isinstance(value, Func):
            facts = self.project.function(value)
            name = self.waiting.named(f"{value.module}.{value.qualname}") if self.waiting.patterns else ""
            if name:
                yield Outcome(f"{value.module}.{value.qualname}", site=site)
            elif facts is not None and facts["kind"] in ("sync", "lambda"):
                yield Outcome(runs=self.binder.entered(value, site), site=site)
        elif isinstance(value, Partial):
            for function in self.certain(frozenset((value.function,))):
                yield from self.called(function, self.binder.joined(value, site), action, depth + 1)
        elif isinstance(value, Wrapped) and value.kind in ("staticmethod", "classmethod"):
            yield from self.called(value.function, site, action, depth + 1)
        elif isinstance(value, Cls):
            yield from self._made(value, site)
        elif isinstance(value, Inst) and isinstance(value.of, Cls):
            yield from self._methods(value, ("__call__",), site)

    def _called_thing(self, value: Thing, site: Any, action: Action | None, depth: int) -> Iterator[Outcome]:
        name = canonical(value.name)
        if self.waiting.patterns and self.waiting.named(name):
            yield Outcome(name, site=site)
            return
        known = blocking(name)
        if known is not None:
            if self.waiting.waits(known, name, value, site, action):
                yield Outcome(name, site=site, blocking=known)
            return
        if name in CALLERS:
            for place in CALLERS[name]:
                yield from self._handed(site, place, depth)
        if name in SCHEDULERS:
            for outcome in self._handed(site, SCHEDULERS[name], depth):
                yield outcome._replace(scheduled=True)
        if name in RUNNERS and isinstance(value.receiver, Inst):  # `Thread(target=f).run()`
            for target in self.certain(self.evaluator.argument(value.receiver.site, 1, "target")):
                yield from self.called(target, None, None, depth + 1)
        if name in DRIVERS:
            yield from self._iterated_all(self.evaluator.argument(site, 0), depth)
        elif name.startswith("builtins.generator.") and name.endswith((".send", ".__next__", ".throw")):
            yield from self.iterated(value.receiver, depth + 1)
        elif name.endswith(".enter_context") and name.startswith("contextlib."):
            for manager in self.certain(self.evaluator.argument(site, 0)):
                yield from self.entered(manager, None)

    def _handed(self, site: Any, place: int | str, depth: int) -> Iterator[Outcome]:
        given = self.evaluator.argument(site, place) if isinstance(place, int) else self.evaluator.argument(site, None, place)
        for value in ordered(self.certain(given)):
            yield from self.called(value, None, None, depth + 1)

    def _made(self, cls: Cls, site: Any) -> Iterator[Outcome]:
        made = Inst(cls, site)
        order = self.classes.order(cls)
        for name in ("__new__", "__init__"):
            found, owner = self.classes.lookup(order, name)
            if owner is None and name == "__init__":
                found, owner = self.classes.lookup(order, "__post_init__")
            for value in found if isinstance(owner, Cls) else ():
                if isinstance(value, Func):
                    bound = value._replace(receiver=cls if name == "__new__" else made)
                    yield Outcome(runs=self.binder.entered(bound, site), site=site)
        for maker in default_makers(order, site, self.project):
            yield from self.called(maker, None, None)

    def _methods(self, value: Inst, names: tuple[str, ...], site: Any, kinds: tuple[str, ...] = ("sync", "lambda")) -> Iterator[Outcome]:
        """The methods of these names, of an instance of a class of this project, where they are of these kinds."""
        for name in names:
            for method in self.method(value, name):
                facts = self.project.function(method)
                if facts is not None and facts["kind"] in kinds:
                    yield Outcome(runs=self.binder.entered(method, site), site=site)

    def method(self, value: Inst, name: str) -> list[Func]:
        found, owner = self.classes.lookup(self.classes.order(value.of), name)
        if not isinstance(owner, Cls):
            return []
        return [item._replace(receiver=value) for item in found if isinstance(item, Func)]

    def _with(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        for value in ordered(self.certain(self.evaluator.of(action.terms[0], view, env))):
            yield from self.entered(value, action)

    def entered(self, value: Any, action: Action | None) -> Iterator[Outcome]:
        """What `with value:` comes to, at its beginning or its end."""
        is_async = action is not None and "async" in action.flags
        if isinstance(value, Running) and value.kind == "contextmanager" and not is_async and isinstance(value.function, Func):
            yield Outcome(runs=self.binder.entered(value.function, value.site), site=value.site)
        elif isinstance(value, Inst) and isinstance(value.of, Cls):
            yield from self._methods(value, ("__aenter__", "__aexit__") if is_async else ("__enter__", "__exit__"), None)
        elif isinstance(value, Inst) and isinstance(value.of, Thing) and not is_async:
            name = canonical(value.of.name)
            known = BLOCKING_WITH.get(name)
            if known is not None and action is not None and self.waiting.with_waits(known, action):
                yield Outcome(name, site=value.site, blocking=known)

    def _for(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        is_async = "async" in action.flags
        for value in ordered(self.certain(self.evaluator.of(action.terms[0], view, env))):
            if not is_async:
                yield from self.iterated(value, 0)
            elif isinstance(value, Inst) and isinstance(value.of, Cls):
                yield from self._methods(value, ("__aiter__", "__anext__"), None)

    def _iterated_all(self, given: Found | None, depth: int) -> Iterator[Outcome]:
        for value in ordered(self.certain(given)):
            yield from self.iterated(value, depth + 1)

    def iterated(self, value: Any, depth: int) -> Iterator[Outcome]:
        """What taking items from a value comes to."""
        if depth > DEPTH:
            return
        if isinstance(value, Running) and value.kind == "generator" and isinstance(value.function, Func):
            yield Outcome(runs=self.binder.entered(value.function, value.site), site=value.site)
        elif isinstance(value, Inst) and isinstance(value.of, Cls):
            yield from self._methods(value, ("__iter__", "__next__"), None, ("sync", "lambda", "generator"))
        elif isinstance(value, Inst) and isinstance(value.of, Thing):
            name = canonical(value.of.name)
            if name in BLOCKING_ITERATION:
                yield Outcome(name, site=value.site, blocking=BLOCKING_ITERATION[name])
            elif value.site is not None:
                if name == "builtins.iter" and len(value.site.term[2]) == 2:  # `iter(load, "")`
                    yield from self._handed(value.site, 0, depth)
                for place in LAZY_CALLERS.get(name, ()):
                    yield from self._handed(value.site, place, depth)
                if name in LAZY or name == "builtins.reversed":
                    for number in range(len(value.site.term[2])):
                        yield from self._iterated_all(self.evaluator.argument(value.site, number), depth)
        elif isinstance(value, Thing) and canonical(value.name) in BLOCKING_ITERATION:
            yield Outcome(value.name, blocking=BLOCKING_ITERATION[canonical(value.name)])

    def _get(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        for value in ordered(self.certain(self.evaluator.of(action.terms[0], view, env))):
            yield from self._read(value, action.terms[1])

    def _read(self, value: Any, name: str) -> Iterator[Outcome]:
        found = self.classes.property_of(value, name)
        if found is not None:
            yield Outcome(runs=self.binder.entered(found, None))

    def _set(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        for value in ordered(self.certain(self.evaluator.of(action.terms[0], view, env))):
            found = self.classes.setter_of(value, action.terms[1])
            if found is not None:
                yield Outcome(runs=self.binder.entered(found, None))

    def _op(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        methods, left, right = action.terms
        done = False
        for value in self._instances(left, view, env):
            if isinstance(value, Inst) and isinstance(value.of, Cls):
                for outcome in self._methods(value, (methods[0],) if len(methods) < 3 else tuple(methods[:2]), None):
                    done = True
                    yield outcome
        if not done and right is not None and methods[-1]:
            for value in self._instances(right, view, env):
                if isinstance(value, Inst) and isinstance(value.of, Cls):
                    yield from self._methods(value, (methods[-1],), None)

    def _instances(self, term: Any, view: View, env: Env) -> list[Any]:
        """The values of a term, where there may be instances of the project's classes among them."""
        return ordered(self.certain(self.evaluator.of(term, view, env))) if may_be_instance(term, view.binding) else []

    def _await(self, action: Action, view: View, env: Env) -> Iterator[Outcome]:
        for value in ordered(self.certain(self.evaluator.of(action.terms[0], view, env))):
            if isinstance(value, Inst) and isinstance(value.of, Cls):
                yield from self._methods(value, ("__await__",), None, ("sync", "generator"))

    def certain(self, found: Found | None) -> Found:
        """The values, if each is known; a parameter that nobody has filled stands for its default alone."""
        if not found or UNKNOWN in found or any(isinstance(value, Unknown) for value in found):
            return frozenset()
        return frozenset(value for value in found if not isinstance(value, Param))


HOW: dict[str, Callable[[Outcomes, Any, Any, Any], Iterator[Outcome]]] = {
    "call": Outcomes._call,
    "with": Outcomes._with,
    "for": Outcomes._for,
    "get": Outcomes._get,
    "set": Outcomes._set,
    "op": Outcomes._op,
    "await": Outcomes._await,
}


def ordered(found: Found) -> list[Any]:
    """Values in an order that is the same in each run, though sets of strings are not."""
    return list(found) if len(found) < 2 else sorted(found, key=repr_of)


def repr_of(value: Any) -> str:
    """A text to order values by: what they are and what they are named, without places in memory."""
    if isinstance(value, (Func, Cls)):
        return f"{value.module}:{value.qualname}"
    if isinstance(value, Thing):
        return value.name
    return f"{type(value).__name__}:{type_name(value)}:{repr_of(value.of) if isinstance(value, Inst) else ''}"


def _holds(guard: list[Any], value: Any) -> bool | None:
    kind = guard[0]
    if kind in COMPARISONS:
        return _compares(kind, value, guard[2])
    if isinstance(value, (Seq, Mapping)):  # what is empty here is handed over as it is; what is not may be emptied
        return kind == "false" if kind in ("true", "false") and not value.items else None
    if not isinstance(value, Const):
        if isinstance(value, Inst) and kind in ("true", "false"):
            return None  # an instance can be empty
        return kind in ("true", "some") if kind != "eq" else None
    if kind in ("true", "false"):
        return bool(value.value) is (kind == "true")
    if kind in ("none", "some"):
        return (value.value is None) is (kind == "none")
    return bool(value.value == guard[2])


def _compares(symbol: str, value: Any, other: Any) -> bool | None:
    if not isinstance(value, Const):
        return None
    try:
        return bool(COMPARISONS[symbol](value.value, other))
    except TypeError:
        return None


def are_of_several_libraries(found: Found) -> bool:
    """Whether these are methods of objects of more than one library: what is called then was chosen elsewhere, for who asks for it."""
    names = {value.name.partition(".")[0] for value in found if isinstance(value, Thing) and value.receiver is not None}
    return len(names - {"builtins"}) > 1  # that of None and the like is never called
