"""What calling a value gives: a class its instance, a function its results, a decorator what it makes of what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.elements import Elements
from flake8_pitfalls.facts.operators import NUMBERS, folded
from flake8_pitfalls.facts.values import (
    NOTHING_KNOWN,
    UNKNOWN,
    Cls,
    Const,
    Func,
    Given,
    Inst,
    Mapping,
    Partial,
    Running,
    Seq,
    Site,
    Thing,
    Unknown,
    Wrapped,
    builtin,
    type_name,
)
from flake8_pitfalls.knowledge.returns import (
    ENTERED_AS_ITSELF,
    ENTERING,
    FIELDS,
    KEEPING_DECORATORS,
    NO_PROMISE,
    RETURNS,
    WRAPPING_DECORATORS,
)

if TYPE_CHECKING:
    from flake8_pitfalls.facts.classes import Classes

Found = frozenset[Any]
NOTHING: Found = frozenset()
PLAIN = frozenset(("builtins.int", "builtins.str", "builtins.float", "builtins.bytes"))


class Called(Elements):
    """The evaluator's part that knows calls; `run` enters a function, `argument` asks what the call hands over."""

    classes: Classes

    def run(self, function: Func, site: Site) -> Found:
        raise NotImplementedError

    def results(self, function: Func, site: Site | None, what: str) -> Found:
        raise NotImplementedError

    def called(self, value: Any, site: Site) -> Found:
        """What calling a value at a site gives."""
        if isinstance(value, Thing):
            return self._called_thing(value, site)
        if isinstance(value, Cls):
            return frozenset((Inst(value, site),))
        if isinstance(value, Func):
            return self.run(value, site)
        if isinstance(value, Wrapped):
            return self._called_wrapped(value, site)
        if isinstance(value, Partial):
            return NOTHING_KNOWN if not isinstance(value.function, (Thing, Cls)) else self.called(value.function, value.site)
        if isinstance(value, Inst):
            return self._called_instance(value, site)
        return NOTHING_KNOWN

    def _called_thing(self, value: Thing, site: Site) -> Found:
        if value.name in ("functools.partial", "functools.partialmethod"):
            given = self.argument(site, 0) or NOTHING_KNOWN
            return frozenset(UNKNOWN if isinstance(function, Unknown) else Partial(function, site) for function in given)
        if value.name == "typing.cast":
            return frozenset(instance_of(cls) for cls in self.argument(site, 0) or NOTHING_KNOWN)
        if value.name in ("contextlib.closing", "copy.copy", "copy.deepcopy"):
            return self.argument(site, 0) or NOTHING_KNOWN
        if value.name in ENTERING:
            return NOTHING.union(*[self.entered_as(manager) for manager in self.argument(site, 0) or NOTHING_KNOWN])
        if value.name == "builtins.getattr":
            return self._called_getattr(site)
        if value.name in FIELDS:
            return self._called_field(site)
        if value.name in KEEPING_DECORATORS and value.name != "functools.wraps" and self.is_decorating(site):
            return self.argument(site, 0) or NOTHING_KNOWN
        if value.name in WRAPPING_DECORATORS:
            return frozenset(Wrapped(WRAPPING_DECORATORS[value.name], function) for function in self.argument(site, 0) or NOTHING_KNOWN)
        if value.name == "builtins.next":
            return self.elements(self.argument(site, 0)) | (self.argument(site, 1) or NOTHING)
        if value.name in ("builtins.max", "builtins.min", "builtins.abs", "builtins.sum"):
            return self._called_number(site)
        if value.name == "typing.NewType":
            return self._called_new_type(value, site)
        if value.name == "builtins.divmod":
            return self._called_divmod(site)
        if value.name == "builtins.dict.get" and type_name(value.receiver) == "builtins.dict":
            return self._called_get(value.receiver, site)
        known = RETURNS.get(value.name)
        if value.name == "builtins.round" and len(site.term[2]) + len(site.term[3]) > 1:
            return NOTHING_KNOWN  # with digits it gives what it was given
        return frozenset((Inst(Thing(known) if known else value, site),))

    def entered_as(self, value: Any) -> Found:
        """What `with value as x` binds."""
        if isinstance(value, Running) and value.kind == "contextmanager":
            return self.results(value.function, value.site, "yields")
        if isinstance(value, Inst) and isinstance(value.of, Thing):
            return frozenset((value,))
        if isinstance(value, Inst):
            for name in ("__enter__", "__aenter__"):
                found = [item for item in self.classes.attribute(value, name, {}) if isinstance(item, Func)]
                if found:
                    return NOTHING.union(*[self.results(item, None, "returns") for item in found])
            _, owner = self.classes.lookup(self.classes.order(value.of), "__enter__")
            if isinstance(owner, Thing) and owner.name in ENTERED_AS_ITSELF:
                return frozenset((value,))
        return NOTHING_KNOWN

    def _called_getattr(self, site: Site) -> Found:
        """What `getattr(thing, "name")` gives."""
        names = self.argument(site, 1) or NOTHING
        if len(names) != 1 or not all(isinstance(name, Const) and name.type == "str" for name in names):
            return NOTHING_KNOWN
        name = next(iter(names)).value
        found = [self.classes.attribute(value, name, {}) for value in self.argument(site, 0) or NOTHING_KNOWN]
        return NOTHING.union(*found) | (self.argument(site, 2) or NOTHING)

    def _called_get(self, table: Any, site: Site) -> Found:
        """What `table.get(key, default)` gives."""
        keys = self.argument(site, 0) or NOTHING_KNOWN
        default = self.argument(site, 1) or frozenset((Const(None, "NoneType"),))
        held = NOTHING.union(*[self.picked(table, key) for key in keys])
        names = NOTHING.union(*[known for known, _ in table.items]) if isinstance(table, Mapping) else NOTHING_KNOWN
        if all(isinstance(key, Const) for key in keys | names):
            return held if keys <= names else default if not names & keys else held | default
        return held | default

    def _called_field(self, site: Site) -> Found:
        """What a field of a dataclass is without an argument for it."""
        default = self.argument(site, None, "default")
        makers = self.argument(site, None, "default_factory") or self.argument(site, None, "factory")
        if default is not None:
            return default
        return NOTHING.union(*[self.called(maker, Given((), ())) for maker in makers]) if makers is not None else NOTHING_KNOWN

    def _called_number(self, site: Site) -> Found:
        given = [self.argument(site, place) or NOTHING_KNOWN for place in range(len(site.term[2]))]
        if len(given) == 1 and not site.term[3]:
            given = [self.elements(given[0])] if not all(type_name(value) in NUMBERS for value in given[0]) else given
        types = {type_name(value) for values in given for value in values}
        return frozenset((builtin("int"),)) if types and types <= {"builtins.int", "builtins.bool"} else NOTHING_KNOWN

    def _called_new_type(self, value: Thing, site: Site) -> Found:
        """Of a plain type its new name stands for it, which makes nothing that could be told from it; of others nobody knows."""
        found = self.argument(site, 1) or NOTHING_KNOWN
        return found if all(isinstance(item, Thing) and item.name in PLAIN for item in found) else frozenset((Inst(value, site),))

    def _called_divmod(self, site: Site) -> Found:
        """The whole quotient and the rest, of numbers."""
        lefts, rights = (self.argument(site, place) or NOTHING_KNOWN for place in (0, 1))
        pairs = [(left, right) for left in lefts for right in rights]
        return frozenset((Seq("tuple", tuple(frozenset(folded(symbol, *pair) for pair in pairs) for symbol in ("//", "%"))),))

    def is_decorating(self, site: Site) -> bool:
        """Whether a decorator's factory is called with the function itself, as `lru_cache(f)` and `@lru_cache` do."""
        given = self.argument(site, 0)
        return bool(given) and all(isinstance(value, (Func, Wrapped, Partial)) for value in given or ())

    def _called_wrapped(self, value: Wrapped, site: Site) -> Found:
        if value.kind in ("contextmanager", "asynccontextmanager"):
            return frozenset((Running("contextmanager", value.function, site),))
        return self.called(value.function, site) if value.kind in ("staticmethod", "classmethod") else NOTHING_KNOWN

    def _called_instance(self, value: Inst, site: Site) -> Found:
        if isinstance(value.of, Cls):
            found = self.classes.attribute(value, "__call__", {})
            return NOTHING.union(*[self.called(function, site) for function in found if isinstance(function, Func)]) or NOTHING_KNOWN
        if isinstance(value.of, Thing) and value.of.name in KEEPING_DECORATORS:  # `lru_cache(maxsize=9)(f)`, `wraps(f)(wrapper)`
            return self.argument(site, 0) or NOTHING_KNOWN
        return NOTHING_KNOWN

    def under(self, decorator: Any, site: Site, function: Found) -> Found:
        """What a decorator makes of a function."""
        if isinstance(decorator, Thing):
            if decorator.name in KEEPING_DECORATORS:
                return function
            if decorator.name in WRAPPING_DECORATORS:
                return frozenset(Wrapped(WRAPPING_DECORATORS[decorator.name], value) for value in function)
            return NOTHING_KNOWN
        if isinstance(decorator, Inst) and isinstance(decorator.of, Thing) and decorator.of.name in KEEPING_DECORATORS:
            return function
        if isinstance(decorator, Wrapped) and decorator.kind == "setter":
            return frozenset((decorator.function,))
        return self.called(decorator, site) if isinstance(decorator, (Func, Cls, Partial, Inst)) else NOTHING_KNOWN


def instance_of(cls: Any) -> Any:
    """An instance of a class, as far as the class can be known."""
    if isinstance(cls, Thing) and cls.receiver is None and cls.name not in NO_PROMISE:
        return Inst(Thing(RETURNS.get(cls.name, cls.name)))
    return Inst(cls) if isinstance(cls, Cls) else UNKNOWN
