"""A function as one call runs it: with what it is bound to and the arguments that decide what it does, and nothing else.

So that a function is judged once for many calls, only what can matter is kept of a call: functions, classes, instances of known classes,
and constants or empty containers that switch something off. What is kept holds no tree, so that it can be shared and compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    Partial,
    Running,
    Seq,
    Thing,
    Wrapped,
)

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

Found = frozenset[Any]
DEPTH = 4  # instances made of instances
WAYS = 200  # ways of calling one function that are told apart; a brake, not met by code that people write


class Binder:
    def __init__(self, project: Project) -> None:
        self.project = project
        self._ways: dict[tuple[str, str], set[Func]] = {}
        self._switches: dict[Cls, bool] = {}
        self._asked: dict[tuple[str, str], frozenset[str]] = {}

    def entered(self, function: Func, site: Any) -> Func:
        """The function that a call at a site runs; the site is None where the arguments are not known."""
        facts = self.project.function(function)
        if facts is None:
            return Func(function.module, function.qualname)
        receiver = self.receiver(function, facts)
        env = dict(function.env)
        env = {key: plain for key, value in env.items() if (plain := self.plain_all(value, 0)) is not None}
        shift = 1 if facts["method"] in ("self", "class") and function.receiver is not None else 0
        if site is not None:
            for place, (name, kind, _, default) in enumerate(facts["parameters"][shift:]):
                found = self._given(site, place, name, kind, default, function)
                if found is not None:
                    env[(function.module, function.qualname, name)] = found
        bound = Func(function.module, function.qualname, receiver, tuple(sorted(env.items(), key=lambda item: item[0])))
        ways = self._ways.setdefault((function.module, function.qualname), set())
        if bound not in ways:
            if len(ways) >= WAYS:
                return Func(function.module, function.qualname, receiver._replace(site=None) if isinstance(receiver, Inst) else receiver)
            ways.add(bound)
        return bound

    def _given(self, site: Any, place: int, name: str, kind: str, default: Any, function: Func) -> Found | None:
        if kind in ("*", "**"):
            return None
        evaluator = self.project.evaluator
        given = evaluator.argument(site, place if kind != "keyword" else None, name if kind != "positional" else None)
        is_open = given is None or (UNKNOWN in given and not self._is_named(site, place, name))  # of `**options`, few name this one
        if default is not None and is_open:
            view = self.project.view(function.module)
            given = evaluator.of(default, view, {}) if view is not None else None
        if given is not None and all(isinstance(value, Const) for value in given) and name in self._compared(function):
            return given
        return self.plain_all(given, 0) if given is not None else None

    def _compared(self, function: Func) -> frozenset[str]:
        """The parameters whose values a function compares with constants to find out what it does: `if mode == "slow"`."""
        key = (function.module, function.qualname)
        if key not in self._asked:
            view = self.project.view(function.module)
            actions = view.actions(function.qualname) if view is not None else ()
            asked = [guard[1] for action in actions for guard in action[4] or () if len(guard) > 2]
            uses = [term[1][0] for term in asked if term is not None and term[0] == "use" and len(term[1]) == 1]
            bound = [view.binding(number) for number in uses] if view is not None else []
            self._asked[key] = frozenset(
                item[2] for item in bound if item is not None and item[0] == "param" and item[1] == function.qualname
            )
        return self._asked[key]

    @staticmethod
    def _is_named(site: Any, place: int, name: str) -> bool:
        """Whether a call hands a parameter over by its place or its name, and not, if at all, in a `*` or `**` argument."""
        before = site.term[2][: place + 1]
        by_place = len(before) > place and not any(item is not None and item[0] == "star" for item in before)
        return by_place or any(keyword == name for keyword, _ in site.term[3])

    def receiver(self, function: Func, facts: dict[str, Any]) -> Any:
        """What a method is bound to, if that tells more than the class that it stands in."""
        bound = function.receiver
        if bound is None or facts["method"] not in ("self", "class"):
            return None
        plain = self.plain(bound, 0)
        owner = Cls(function.module, facts["owner"])
        return None if plain in (owner, Inst(owner)) or not isinstance(plain, (Cls, Inst)) else plain

    def joined(self, partial: Partial, site: Any) -> Any:
        """The call of a partial's function: the arguments of both."""
        own, evaluator = partial.site, self.project.evaluator
        positions = [evaluator.argument(own, place) for place in range(1, len(own.term[2]))]
        keywords = [(name, evaluator.argument(own, None, name) or NOTHING_KNOWN) for name, _ in own.term[3] if name is not None]
        if site is not None:
            positions += [evaluator.argument(site, place) for place in range(len(site.term[2]))]
            keywords += [(name, evaluator.argument(site, None, name) or NOTHING_KNOWN) for name, _ in site.term[3] if name is not None]
        return Given(tuple(item or NOTHING_KNOWN for item in positions), tuple(reversed(keywords)))

    # What is kept

    def plain_all(self, found: Found | None, depth: int) -> Found | None:
        """The values, if they can matter; else None."""
        if not found:
            return None
        plain = [self.plain(value, depth) for value in found]
        return frozenset(plain) if all(value is not None for value in plain) else None

    def plain(self, value: Any, depth: int) -> Any:
        """A value without the trees behind it; None where it cannot matter."""
        if depth > DEPTH:
            return None
        if isinstance(value, Const):
            return value if value.value is None or value.type == "bool" or value.value == 0 or value.value == "" else None
        if isinstance(value, Cls):
            return value
        if isinstance(value, Thing):
            return Thing(value.name, self.plain(value.receiver, depth + 1)) if value.receiver is not None else value
        if isinstance(value, Func):
            env = tuple((key, kept) for key, found in value.env if (kept := self.plain_all(found, depth + 1)) is not None)
            return Func(value.module, value.qualname, self.plain(value.receiver, depth + 1), env)
        if isinstance(value, Inst):
            return self._plain_instance(value, depth)
        if isinstance(value, Wrapped):
            inner = self.plain(value.function, depth + 1)
            return Wrapped(value.kind, inner) if inner is not None else None
        if isinstance(value, Partial):
            inner = self.plain(value.function, depth + 1)
            return Partial(inner, self._partial_site(value.site, depth)) if inner is not None else None
        if isinstance(value, Running):
            inner = self.plain(value.function, depth + 1)
            return Running(value.kind, inner, self._site(value.site, depth)) if inner is not None else None
        if isinstance(value, Seq):
            items = [self.plain_all(item, depth + 1) for item in value.items[:8]]
            if not value.items:
                return value
            return Seq(value.kind, tuple(item or NOTHING_KNOWN for item in items)) if any(items) and len(value.items) <= 8 else None
        if isinstance(value, Mapping):
            return None if value.items else value
        if isinstance(value, Many):
            element = self.plain_all(value.element, depth + 1)
            return Many(value.kind, element) if element is not None else None
        return None

    def _plain_instance(self, value: Inst, depth: int) -> Any:
        if isinstance(value.of, Cls):
            site = self._site(value.site, depth)
            bare = site is None and value.site is not None and not value.site.term[2] and not value.site.term[3]
            return Inst(value.of, Given((), ()) if bare and self._has_switch(value.of) else site)
        if not isinstance(value.of, Thing):
            return None
        return Inst(
            Thing(value.of.name, self.plain(value.of.receiver, depth + 1) if value.of.receiver is not None else None),
            self._site(value.site, depth),
        )

    def _has_switch(self, cls: Cls) -> bool:
        """Whether a class is made with something that is off, or not there, unless its call says otherwise."""
        found = self._switches.get(cls)
        if found is None:
            makers, owner = self.project.classes.lookup(self.project.classes.order(cls), "__init__")
            facts = [self.project.function(maker) for maker in makers if isinstance(maker, Func) and isinstance(owner, Cls)]
            defaults = [one[3] for each in facts if each is not None for one in each["parameters"] if one[3] is not None]
            found = self._switches[cls] = any(default[0] == "const" and not default[1] for default in defaults)
        return found

    def _site(self, site: Any, depth: int) -> Given | None:
        """What matters of the call that made an instance."""
        if site is None or isinstance(site, Given):
            return site
        evaluator = self.project.evaluator
        positions = tuple(self.plain_all(evaluator.argument(site, place), depth + 1) for place in range(min(len(site.term[2]), 8)))
        keywords = tuple(
            (name, found)
            for name, _ in site.term[3]
            if name is not None and (found := self.plain_all(evaluator.argument(site, None, name), depth + 1)) is not None
        )
        return Given(positions, keywords) if keywords or any(positions) else None

    def _partial_site(self, site: Any, depth: int) -> Given:
        return self._site(site, depth) or Given((NOTHING_KNOWN,), ())
