"""What containers hold: their items, what iterating over them gives, and what a subscript picks."""

from __future__ import annotations

from typing import Any

from flake8_pitfalls.facts.values import (
    NOTHING_KNOWN,
    UNKNOWN,
    Const,
    Given,
    Inst,
    Many,
    Mapping,
    Running,
    Seq,
    Site,
    Thing,
    builtin,
    type_name,
)
from flake8_pitfalls.knowledge.returns import ITEMS
from flake8_pitfalls.knowledge.services import MEMBERS

Found = frozenset[Any]
NOTHING: Found = frozenset()
NESTED = 12


class Elements:
    """The evaluator's part that knows containers; arguments of calls and results of functions come from the rest of it."""

    _nested = 0  # iterables of iterables that are being looked into

    def argument(self, site: Site | None, place: int | None, name: str | None = None) -> Found | None:
        raise NotImplementedError

    def results(self, function: Any, site: Site | None, what: str) -> Found:
        raise NotImplementedError

    def called(self, value: Any, site: Site) -> Found:
        raise NotImplementedError

    def items(self, value: Any) -> Found:
        """The values in a container; of a dict its values, not its keys."""
        if isinstance(value, Seq):
            return NOTHING.union(*value.items)
        if isinstance(value, Many):
            return value.element
        if isinstance(value, Mapping):
            return NOTHING.union(*[item for _, item in value.items])
        if isinstance(value, Inst) and type_name(value) in ("builtins.list", "builtins.set", "builtins.dict", "collections.deque"):
            if value.site is None:  # an annotation
                return NOTHING_KNOWN
            given = self.argument(value.site, 0)
            return NOTHING if given is None else NOTHING.union(*[self.element(item) for item in given])
        return NOTHING_KNOWN

    def element(self, value: Any) -> Found:
        """What iterating over a value gives."""
        if isinstance(value, Mapping):
            return NOTHING.union(*[key for key, _ in value.items])
        if isinstance(value, Many) and value.kind == "dict":
            return NOTHING_KNOWN
        if isinstance(value, (Seq, Many)):
            return self.items(value)
        if isinstance(value, Const) and value.type == "str":
            return frozenset((builtin("str"),))
        if isinstance(value, Running) and value.kind in ("generator", "asyncgenerator"):
            return self.results(value.function, value.site, "yields")
        if isinstance(value, Inst) and isinstance(value.of, Thing) and self._nested < NESTED:
            self._nested += 1  # `items = list(items)` in a loop is made of itself
            try:
                return self._element_of_thing(value)
            finally:
                self._nested -= 1
        return NOTHING_KNOWN

    def _element_of_thing(self, value: Inst) -> Found:
        name, site = value.of.name, value.site
        if name == "builtins.range":
            return frozenset((builtin("int"),))
        if name in ("builtins.str.split", "builtins.str.rsplit", "builtins.str.splitlines"):
            return frozenset((builtin("str"),))
        if name in ("builtins.str", "builtins.bytes"):
            return frozenset((builtin("str" if name.endswith("str") else "int"),))
        if site is None:
            return NOTHING_KNOWN
        if name in ("builtins.enumerate", "builtins.zip"):
            given = [self.elements(self.argument(site, place)) for place in range(len(site.term[2]))]
            return frozenset((Seq("tuple", (frozenset((builtin("int"),)), *given[:1]) if name.endswith("enumerate") else tuple(given)),))
        if name in (
            "builtins.sorted",
            "builtins.reversed",
            "builtins.iter",
            "builtins.set",
            "builtins.frozenset",
            "builtins.list",
            "builtins.tuple",
        ):
            return self.elements(self.argument(site, 0))
        if name == "builtins.map":
            items = [self.elements(self.argument(site, place)) for place in range(1, len(site.term[2]))]
            functions = self.argument(site, 0) or NOTHING_KNOWN
            return NOTHING.union(*[self.called(function, Given(tuple(items), ())) for function in functions])
        if name == "builtins.filter":
            return self.elements(self.argument(site, 1))
        if name in ("builtins.dict.values", "builtins.dict.keys", "builtins.dict.items"):
            return self._element_of_view(name.rpartition(".")[2], value.of.receiver)
        return NOTHING_KNOWN

    def _element_of_view(self, kind: str, receiver: Any) -> Found:
        keys = self.element(receiver)
        if kind == "keys":
            return keys
        return self.items(receiver) if kind == "values" else frozenset((Seq("tuple", (keys, self.items(receiver))),))

    def elements(self, values: Found | None) -> Found:
        return NOTHING_KNOWN if values is None else NOTHING.union(*[self.element(value) for value in values])

    def part(self, value: Any, place: int) -> Found:
        """What unpacking a value gives at a place; a negative one counts from the end."""
        if isinstance(value, Seq):
            return value.items[place] if -len(value.items) <= place < len(value.items) else NOTHING_KNOWN
        kinds = ITEMS.get(type_name(value))
        if kinds is not None:
            return frozenset((Inst(Thing(kinds[place]), value.site),)) if 0 <= place < len(kinds) and kinds[place] else NOTHING_KNOWN
        return self.element(value)

    def picked(self, value: Any, key: Any) -> Found:
        """What `value[key]` gives."""
        if isinstance(value, Seq) and isinstance(key, Const) and key.type == "int":
            return self.part(value, key.value)
        if isinstance(value, Mapping) and isinstance(key, Const):
            return NOTHING.union(*[item for known, item in value.items if known == {key} or UNKNOWN in known]) or NOTHING_KNOWN
        if isinstance(value, (Seq, Many)) and type_name(key) == "builtins.slice":
            return frozenset((Many(value.kind, self.items(value)),))
        made = MEMBERS.get(type_name(value))
        if made is not None:
            return frozenset((Inst(Thing(made)),))
        if type_name(value) == "builtins.str":
            return frozenset((builtin("str"),))
        if type_name(value) == "collections.Counter":
            return frozenset((builtin("int"),))
        return self.items(value)
