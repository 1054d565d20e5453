"""Terms in, values out. One evaluator serves this module's terms and those of other modules' summaries alike.

Cycles (a name bound in a loop to something made of itself) end in the values found so far, widened to their types. A budget of steps
bounds the work; what is left when it is spent is unknown, and unknown is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.called import Called, instance_of
from flake8_pitfalls.facts.dependence import EVERY, NONE, Dependence, Parameter
from flake8_pitfalls.facts.operators import NUMBERS, folded, unary, widened
from flake8_pitfalls.facts.values import (
    NOTHING_KNOWN,
    UNKNOWN,
    Cls,
    Const,
    Func,
    Given,
    Inst,
    Many,
    Mapping,
    Param,
    Running,
    Seq,
    Site,
    Super,
    builtin,
    known_as,
    named_in,
    type_name,
)

if TYPE_CHECKING:
    from flake8_pitfalls.facts.classes import Classes
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

Env = dict[tuple[str, str, str], frozenset[Any]]
Found = frozenset[Any]
Key = tuple[Any, ...]
NOTHING: Found = frozenset()
BUDGET = 3_000  # steps for one question; few that have an answer take more than some hundred
DEPTH = 80
ROUNDS = 5  # how often a question that leads back to itself is asked
ENTRIES = 1  # how often a function is entered, within its own call, with the arguments that are known
MOST = 24  # values of one expression; more are as good as unknown


class Entered(Env):
    """The parameters of one call, and what was found out about the function's names in it."""

    __slots__ = ("memo",)

    def __init__(self) -> None:
        super().__init__()
        self.memo: dict[Key, Found] = {}


class Evaluator(Called):
    """Evaluates terms for a project; `classes` looks attributes up."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.classes: Classes
        self.dependence = Dependence()
        self.memo: dict[Key, Found] = {}
        self._assumed: dict[Key, Found] = {}  # what is taken for true of a question while it is being answered
        self._leaned_on: set[Key] = set()  # the assumptions that an answer in progress has used
        self._entered: dict[tuple[str, str], int] = {}
        self._steps = 0
        self._depth = 0
        self._cut_short = False

    def of(self, term: Any, view: View, env: Env) -> Found:
        """The values of a term of a module; `env` gives parameters of the functions around that are known."""
        if self._depth == 0:
            self._steps, self._cut_short = 0, False
        self._steps += 1
        if self._steps > BUDGET or self._depth > DEPTH:
            self._cut_short = True
            return NOTHING_KNOWN
        if term is None:
            return NOTHING_KNOWN
        self._depth += 1
        try:
            found: Found = HOW[term[0]](self, term, view, env)
        finally:
            self._depth -= 1
        return found if len(found) <= MOST else NOTHING_KNOWN

    def _all(self, terms: Iterable[Any], view: View, env: Env) -> Found:
        return NOTHING.union(*[self.of(term, view, env) for term in terms])

    # Leaves

    def _const(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((Const(term[1], type(term[1]).__name__),))

    def _text(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((builtin("str"),))

    def _slice(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((builtin("slice"),))

    def _name(self, term: Any, view: View, env: Env) -> Found:
        return self.project.named(term[1], view)

    def _use(self, term: Any, view: View, env: Env) -> Found:
        numbers = term[1]
        if len(numbers) == 1:
            return self.binding(numbers[0], view, env)
        return NOTHING.union(*[self.binding(number, view, env) for number in numbers])

    def binding(self, number: int, view: View, env: Env) -> Found:
        """The values of a numbered binding of a module."""
        memo: dict[Key, Found] | None = self.memo
        if env:
            if self.dependence.is_free(number, view):
                env = {}
            else:
                memo = env.memo if isinstance(env, Entered) else None
        key = (view.module, number)
        known = memo.get(key) if memo is not None else None
        return known if known is not None else self.settled(key, lambda: self.of(view.binding(number), view, env), memo)

    def settled(self, key: Key, answer: Callable[[], Found], memo: dict[Key, Found] | None) -> Found:
        """The answer to a question that may lead back to itself: asked again with what is known so far, until nothing is new.

        Constants that go round such a circle are widened to their types. `memo` keeps the answer.
        """
        if memo is not None and key in memo:
            return memo[key]
        if key in self._assumed:
            self._leaned_on.add(key)
            return self._assumed[key]
        around, self._leaned_on = self._leaned_on, set()
        self._assumed[key] = found = NOTHING
        for _ in range(ROUNDS):
            self._leaned_on.discard(key)
            found = answer()
            if key not in self._leaned_on:
                break
            found = self._assumed[key] | frozenset(widened(value) for value in found)
            if found == self._assumed[key]:
                break
            self._assumed[key] = found
        else:
            found |= NOTHING_KNOWN
        del self._assumed[key]
        open_questions = self._leaned_on - {key}
        self._leaned_on = around | open_questions
        if memo is not None and not open_questions and not self._cut_short:
            memo[key] = found
        return found

    def is_asked(self, key: Key) -> bool:
        """Whether this question is being answered."""
        return key in self._assumed

    def _func(self, term: Any, view: View, env: Env) -> Found:
        inside = tuple(
            (key, value)
            for key, value in sorted(env.items(), key=lambda item: item[0])
            if key[0] == view.module and _encloses(key[1], term[1])
        )
        return frozenset((Func(view.module, term[1], None, inside),))

    def _class(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((Cls(view.module, term[1]),))

    def _param(self, term: Any, view: View, env: Env) -> Found:
        key = (view.module, term[1], term[2])
        if key in env:
            return env[key]
        facts = view.function(term[1])
        parameters = facts["parameters"] if facts else []
        place = next((n for n, item in enumerate(parameters) if item[0] == term[2]), None)
        if place is None or facts is None:
            return NOTHING_KNOWN
        _, kind, annotation, default = parameters[place]
        if place == 0 and facts["owner"] and facts["method"] in ("self", "class"):
            owner = Cls(view.module, facts["owner"])
            return frozenset((owner if facts["method"] == "class" else Inst(owner),))
        promised = self.of(annotation, view, env) if annotation is not None else frozenset((Param(*key),))
        if kind in ("*", "**"):
            return frozenset((Many("tuple" if kind == "*" else "dict", promised if annotation is not None else NOTHING_KNOWN),))
        return promised if default is None else promised | self.of(default, view, env)

    def _instance(self, term: Any, view: View, env: Env) -> Found:
        return frozenset(instance_of(value) for value in self.of(term[1], view, env))

    def _super(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((Super(Cls(view.module, term[1])),))

    # Containers

    def _seq(self, term: Any, view: View, env: Env) -> Found:
        if any(item is not None and item[0] == "star" for item in term[2]):
            inside = [["elem", item[1]] if item is not None and item[0] == "star" else item for item in term[2]]
            return frozenset((Many(term[1], self._all(inside, view, env)),))
        return frozenset((Seq(term[1], tuple(self.of(item, view, env) for item in term[2])),))

    def _dict(self, term: Any, view: View, env: Env) -> Found:
        if any(key == ["star"] for key, _ in term[1]):
            return frozenset((Many("dict", NOTHING_KNOWN),))
        return frozenset((Mapping(tuple((self.of(key, view, env), self.of(value, view, env)) for key, value in term[1])),))

    def _comp(self, term: Any, view: View, env: Env) -> Found:
        return frozenset((Many(term[1], self.of(term[2], view, env)),))

    def _filled(self, term: Any, view: View, env: Env) -> Found:
        put = self._all(term[2], view, env)
        start = self.of(term[1], view, env)
        kinds = {type_name(value).rpartition(".")[2] for value in start} & {"list", "set", "dict", "deque"}
        if len(kinds) != 1:
            return NOTHING_KNOWN
        return frozenset((Many(kinds.pop(), put.union(*[self.items(value) for value in start])),))

    def _star(self, term: Any, view: View, env: Env) -> Found:
        return NOTHING_KNOWN

    def _elem(self, term: Any, view: View, env: Env) -> Found:
        return NOTHING.union(*[self.element(value) for value in self.of(term[1], view, env)])

    def _unpack(self, term: Any, view: View, env: Env) -> Found:
        return NOTHING.union(*[self.part(value, term[2]) for value in self.of(term[1], view, env)])

    def _item(self, term: Any, view: View, env: Env) -> Found:
        keys = self.of(term[2], view, env)
        key = next(iter(keys)) if len(keys) == 1 else UNKNOWN
        return NOTHING.union(*[self.picked(value, key) for value in self.of(term[1], view, env)])

    # Operators

    def _any(self, term: Any, view: View, env: Env) -> Found:
        answers = (
            {bool(value.value) if isinstance(value, Const) else None for value in self.of(term[2], view, env)} if len(term) > 2 else {None}
        )
        if len(answers) == 1 and None not in answers:
            return self.of(term[1][0 if answers.pop() else 1], view, env)
        return self._all(term[1], view, env)

    def _op(self, term: Any, view: View, env: Env) -> Found:
        lefts, rights = self.of(term[2], view, env), self.of(term[3], view, env)
        return frozenset(folded(term[1], left, right) for left in lefts for right in rights)

    def _unary(self, term: Any, view: View, env: Env) -> Found:
        return frozenset(unary(term[1], value) for value in self.of(term[2], view, env))

    def _compare(self, term: Any, view: View, env: Env) -> Found:
        if all(symbol in ("is", "is not") for symbol in term[1]):
            return frozenset((builtin("bool"),))
        known = all(
            type_name(value) in {*NUMBERS, "builtins.str", "builtins.NoneType"} for item in term[2] for value in self.of(item, view, env)
        )
        return frozenset((builtin("bool"),)) if known else NOTHING_KNOWN

    # Attributes and calls

    def _attr(self, term: Any, view: View, env: Env) -> Found:
        found = NOTHING.union(*[self.classes.attribute(value, term[2], env) for value in self.of(term[1], view, env)])
        patched = view.patched
        return frozenset(UNKNOWN if known_as(value) in patched else value for value in found) if patched else found

    def _call(self, term: Any, view: View, env: Env) -> Found:
        site = Site(view, term, {} if env and self.dependence.is_free_call(term, view) else env)
        return NOTHING.union(*[self.called(value, site) for value in self.of(term[1], view, env)])

    def _decorated(self, term: Any, view: View, env: Env) -> Found:
        found = self.of(term[2], view, env)
        for decorator in reversed(term[1]):
            site = Decoration(view, found)
            found = NOTHING.union(*[self.under(value, site, found) for value in self.of(decorator, view, env)])
        return found

    def run(self, function: Func, site: Site) -> Found:
        """What a call of a function gives: its results, or a coroutine or generator that has yet to run."""
        facts = self.project.function(function)
        if facts is None:
            return NOTHING_KNOWN
        if facts["kind"] == "async":
            return frozenset((Running("coroutine", function, site),))
        if facts["kind"] in ("generator", "asyncgenerator"):
            return frozenset((Running(facts["kind"], function, site),))
        return self.results(function, site, "returns")

    def results(self, function: Func, site: Site | None, what: str) -> Found:
        """The values that a function returns (or yields), with the arguments of this call known."""
        if not isinstance(function, Func):  # a generator function under a decorator that nobody knows
            return NOTHING_KNOWN
        facts = self.project.function(function)
        view = self.project.view(function.module)
        if facts is None or view is None or self._depth > DEPTH // 2:
            return NOTHING_KNOWN
        key = (function.module, function.qualname)
        depth = self._entered.get(key, 0)
        self._entered[key] = depth + 1
        try:
            needs = self.dependence.needs(function.qualname, what, facts[what], view)
            env = self.entered(function, site, needs if depth < ENTRIES else NONE)  # in its own call, with any arguments
            question = (*key, what, frozenset(env.items()))
            return self.settled(question, lambda: self._all(facts[what], view, env), self.memo)
        finally:
            self._entered[key] -= 1

    def entered(self, function: Func, site: Site | None, needs: frozenset[Parameter] = EVERY) -> Env:
        """The parameters of a function as a call at a site fills them, and those of the functions around it.

        `needs`: the parameters that matter.
        """
        env: Env = Entered()
        if not needs:
            return env
        env.update(function.env)
        facts = self.project.function(function)
        if facts is None:
            return env
        parameters = facts["parameters"]
        if (
            function.receiver is not None
            and facts["method"] in ("self", "class")
            and parameters
            and not self._is_plain_self(function, facts)
        ):
            env[(function.module, function.qualname, parameters[0][0])] = frozenset((function.receiver,))
        if site is None:
            return env
        shift = 1 if function.receiver is not None and facts["method"] in ("self", "class") else 0
        for place, (name, kind, *_) in enumerate(parameters[shift:]):
            if needs is not EVERY and (function.qualname, name) not in needs:
                continue
            given = self.argument(site, place if kind in ("positional", "both") else None, name if kind in ("both", "keyword") else None)
            if given is not None:
                env[(function.module, function.qualname, name)] = given
        return env

    def _is_plain_self(self, function: Func, facts: dict[str, Any]) -> bool:
        """Whether a method runs on no more than an instance of its own class, which its first parameter says anyway."""
        return bool(facts["method"] == "self" and function.receiver == Inst(Cls(function.module, facts["owner"])))

    def argument(self, site: Site | None, place: int | None, name: str | None = None) -> Found | None:
        """What a call hands over at a place (from 0) or under a name; None where it hands over nothing there."""
        if site is None:
            return None
        if isinstance(site, Decoration):
            return site.function if place == 0 else None
        if isinstance(site, Given):
            return site.argument(place, name)
        arguments, keywords = site.term[2], site.term[3]
        if place is not None:
            before = arguments[: place + 1]
            if any(item is not None and item[0] == "star" for item in before):
                return NOTHING_KNOWN
            if place < len(arguments):
                return self.of(arguments[place], site.view, site.env)
        for keyword, term in keywords:
            if keyword == name and name is not None:
                return self.of(term, site.view, site.env)
        tables = [self.of(term, site.view, site.env) for keyword, term in keywords if keyword is None]
        return named_in(tables, name) if tables else None

    def _await(self, term: Any, view: View, env: Env) -> Found:
        return NOTHING.union(*[self._awaited(value) for value in self.of(term[1], view, env)])

    def _awaited(self, value: Any) -> Found:
        if isinstance(value, Running) and value.kind == "coroutine":
            return self.results(value.function, value.site, "returns")
        return NOTHING_KNOWN

    def _enter(self, term: Any, view: View, env: Env) -> Found:
        return NOTHING.union(*[self.entered_as(value) for value in self.of(term[1], view, env)])


HOW: dict[str, Callable[[Evaluator, Any, View, Env], Found]] = {
    name: getattr(Evaluator, f"_{name}")
    for name in """
        const text slice name use func class param instance super seq dict comp filled star elem unpack item any op unary compare attr call
        decorated await enter
    """.split()
}


class Decoration(Site):
    """The call that a decorator gets: the function is its only argument."""

    __slots__ = ("function",)

    def __init__(self, view: View, function: Found) -> None:
        super().__init__(view, ["call", None, [None], [], 0], {})
        self.function = function


def _encloses(outer: str, inner: str) -> bool:
    return inner.startswith(f"{outer}.<locals>.")
