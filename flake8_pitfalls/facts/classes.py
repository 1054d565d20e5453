"""Attributes: of modules, classes and their bases, instances, and things of other libraries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.values import (
    NOTHING_KNOWN,
    UNKNOWN,
    Cls,
    Const,
    Func,
    Inst,
    Many,
    Mapping,
    ModuleOf,
    Running,
    Seq,
    Super,
    Thing,
    Unknown,
    Wrapped,
    type_name,
)
from flake8_pitfalls.knowledge.returns import OBJECTS
from flake8_pitfalls.knowledge.services import MEMBERS, METHODS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.evaluate import Env
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

Found = frozenset[Any]
NOTHING: Found = frozenset()
ENUMS = ("Enum", "Flag", "Choices")  # how the names of enum classes end, in `enum` and in frameworks


class Classes:
    def __init__(self, project: Project) -> None:
        self.project = project
        self._orders: dict[Cls, tuple[Any, ...]] = {}

    def attribute(self, value: Any, name: str, env: Env) -> Found:
        """What `value.name` can be."""
        if isinstance(value, Thing):
            if value.receiver is not None:
                return frozenset((Thing(f"{value.name}.{name}", value),)) if value.name in OBJECTS else NOTHING_KNOWN
            return frozenset((Thing(f"{value.name}.{name}"),))
        if isinstance(value, ModuleOf):
            return self.project.exported(value.name, name)
        if isinstance(value, Inst):
            if isinstance(value.of, Cls):
                return self._of_instance(value, name)
            if not isinstance(value.of, Thing):
                return NOTHING_KNOWN
            made = MEMBERS.get(value.of.name) if name not in METHODS else None
            return frozenset((Inst(Thing(made)) if made is not None else Thing(f"{value.of.name}.{name}", value),))
        if isinstance(value, Cls):
            return self._of_class(value, name)
        if isinstance(value, Super):
            return self._of_super(value, name, env)
        if isinstance(value, (Const, Seq, Many, Mapping)):
            return frozenset((Thing(f"{type_name(value)}.{name}", value),))
        if isinstance(value, Running):
            return frozenset((Thing(f"builtins.{value.kind}.{name}", value),))
        if isinstance(value, Wrapped) and value.kind == "property" and name in ("setter", "deleter", "getter"):
            return frozenset((Wrapped("setter", value),))
        return NOTHING_KNOWN

    def order(self, cls: Cls) -> tuple[Any, ...]:
        """A class and its bases in the order in which attributes are looked for; `Thing`s and UNKNOWN among them."""
        if cls not in self._orders:
            self._orders[cls] = (cls,)  # a class that is its own base ends here
            self._orders[cls] = tuple(self._line(cls))
        return self._orders[cls]

    def _line(self, cls: Cls) -> Iterator[Any]:
        view = self.project.view(cls.module)
        facts = view.klass(cls.qualname) if view is not None else None
        yield cls
        if facts is None or view is None:
            yield UNKNOWN
            return
        rest: list[Any] = []
        for term in facts["bases"]:
            found = self.project.evaluator.of(term, view, {})
            base = next(iter(found)) if len(found) == 1 else UNKNOWN
            rest += self.order(base) if isinstance(base, Cls) else [base if isinstance(base, Thing) else UNKNOWN]
        for place, base in enumerate(rest):  # a shared base comes after all that derive from it
            if base not in rest[place + 1 :] and base != cls:
                yield base

    def is_a(self, value: Any, *names: str) -> bool:
        """Whether a value is known to be an instance of a thing of one of these names, or of a class that derives from it."""
        if isinstance(value, Inst) and isinstance(value.of, Cls):
            return any(isinstance(base, Thing) and base.name in names for base in self.order(value.of))
        return type_name(value) in names

    def _own(self, cls: Cls, name: str) -> Found | None:
        view = self.project.view(cls.module)
        facts = view.klass(cls.qualname) if view is not None else None
        if facts is None or view is None or name not in facts["body"]:
            return None
        found = NOTHING.union(*[self.project.evaluator.binding(number, view, {}) for number in facts["body"][name]])
        return self._as_member(found, cls) if any(isinstance(item, (Const, Inst)) for item in found) else found

    def _as_member(self, found: Found, cls: Cls) -> Found:
        """What the constants of a class body have become: of an enum its members; of a class with a base of others, who knows."""
        bases = [base.name if isinstance(base, Thing) else "" for base in self.order(cls) if not isinstance(base, Cls)]
        if any(base.endswith(ENUMS) for base in bases):
            return frozenset((Inst(cls),))
        own = all(base.partition(".")[0] in sys.stdlib_module_names for base in bases)
        return found if own or not any(isinstance(item, Const) for item in found) else found | NOTHING_KNOWN

    def _stored(self, cls: Cls, name: str, derived: Any = None) -> Found:
        """What the methods of a class store under a name; in an instance of a class that derives from it, if one is given."""
        view = self.project.view(cls.module)
        facts = view.klass(cls.qualname) if view is not None else None
        if facts is None or view is None:
            return NOTHING
        terms = facts["attributes"].get(name, ())
        of, memo = self.project.evaluator.of, self.project.evaluator.memo
        env = self._as_self(cls, terms, name, view, derived) if terms and derived not in (None, cls) else {}
        key = (cls.module, cls.qualname, name, derived) if env else (cls.module, cls.qualname, name)
        return self.project.evaluator.settled(key, lambda: NOTHING.union(*[of(term, view, env) for term in terms]), memo)

    def _as_self(self, cls: Cls, terms: Any, name: str, view: View, derived: Any) -> Env:
        """`self` of the methods that store an attribute, as an instance of a class that derives from theirs: where they ask it for more."""
        needs = self.project.evaluator.dependence.needs(cls.qualname, f"attribute {name}", terms, view)
        env: Env = {}
        for qualname, parameter in needs:
            facts = view.function(qualname)
            if (
                facts is not None
                and facts["owner"] == cls.qualname
                and facts["method"] == "self"
                and parameter == facts["parameters"][0][0]
            ):
                env[(cls.module, qualname, parameter)] = frozenset((Inst(derived),))
        return env

    def _is_being_found(self, order: tuple[Any, ...], name: str) -> bool:
        """Whether it is just being asked what methods store under a name, of which nothing is known yet: `self.done += 1`."""
        return any(self.project.evaluator.is_asked((base.module, base.qualname, name)) for base in order if isinstance(base, Cls))

    def lookup(self, order: tuple[Any, ...], name: str) -> tuple[Found, Any]:
        """An attribute in the bodies of classes, and the class (or thing, or UNKNOWN) that has it."""
        for base in order:
            if isinstance(base, Cls):
                found = self._own(base, name)
                if found is not None:
                    return found, base
            elif isinstance(base, Thing):
                if base.name not in ("builtins.object", "abc.ABC", "typing.Protocol", "typing.Generic"):
                    return frozenset((Thing(f"{base.name}.{name}"),)), base
            else:
                return NOTHING_KNOWN, UNKNOWN
        return NOTHING, None

    def _of_instance(self, value: Inst, name: str) -> Found:
        order = self.order(value.of)
        stored = NOTHING.union(*[self._stored(base, name, value.of) for base in order if isinstance(base, Cls)])
        found, owner = self.lookup(order, name)
        if stored and value.site is not None:
            site, kept = value.site, stored
            site.kept = {} if site.kept is None else site.kept
            key = ("handed over", value.of, name, id(site))
            stored = self.project.evaluator.settled(key, lambda: self._handed_over(kept, value, name, order), site.kept)
        if stored:
            promised = self._promised(order, name) if any(isinstance(item, Unknown) for item in stored) else NOTHING
            if promised and not any(isinstance(item, Unknown) for item in promised):
                stored = promised | frozenset(item for item in stored if not isinstance(item, Unknown))
            shared = frozenset(item for item in found if isinstance(item, Const)) if isinstance(owner, Cls) else NOTHING
            return stored | shared
        if owner is None:
            return NOTHING if self._is_being_found(order, name) else NOTHING_KNOWN
        if isinstance(owner, Cls) and any(not isinstance(item, (Func, Wrapped)) for item in found):
            found = self._as_given(found, value, name, order)
        bound = [self._bound(item, value, value.of) for item in found]
        return NOTHING.union(*bound)

    def _as_given(self, found: Found, value: Inst, name: str, order: tuple[Any, ...]) -> Found:
        """What a field of a class body is in an instance whose call may say otherwise, as dataclasses do."""
        if isinstance(self.lookup(order, "__init__")[1], Cls) or not self._has_fields(order):
            return found
        promised = self._promised(order, name)
        if promised and UNKNOWN in found and UNKNOWN not in promised and any(isinstance(item, Const) for item in found):
            found = found - NOTHING_KNOWN | promised  # a model's field with a default, which its base fills in as annotated
        if value.site is None:
            return found | promised if promised and UNKNOWN not in promised else found
        given = self.project.evaluator.argument(value.site, None, name)
        if given is not None:
            return given
        by_place = [self.project.evaluator.argument(value.site, place) or NOTHING for place in range(len(value.site.term[2]))]
        might = any(not isinstance(item, Const) for items in by_place for item in items) or any(isinstance(item, Const) for item in found)
        return found | (promised or NOTHING_KNOWN) if by_place and might else found  # a plain "name" is no function

    def _has_fields(self, order: tuple[Any, ...]) -> bool:
        """Whether something may have made fields of what a class body declares: a decorator, or a base of another library."""
        for base in order:
            view = self.project.view(base.module) if isinstance(base, Cls) else None
            facts = view.klass(base.qualname) if view is not None else None
            if facts is None or facts["decorated"]:
                return True
        return False

    def _promised(self, order: tuple[Any, ...], name: str) -> Found:
        """What the annotation of a field says; nothing where there is none."""
        for base in order:
            view = self.project.view(base.module) if isinstance(base, Cls) else None
            facts = view.klass(base.qualname) if view is not None else None
            if view is not None and facts is not None and name in facts["declared"]:
                return self.project.evaluator.of(facts["declared"][name], view, {})
        return NOTHING

    def _handed_over(self, stored: Found, value: Inst, name: str, order: tuple[Any, ...]) -> Found:
        """What `self.client = client` keeps, where the call that made the instance says what the parameter is."""
        maker, owner = self.lookup(order, "__init__")
        init = next(iter(maker)) if len(maker) == 1 else None
        if not isinstance(owner, Cls) or not isinstance(init, Func):
            return stored
        view = self.project.view(owner.module)
        facts = view.klass(owner.qualname) if view is not None else None
        terms = facts["attributes"].get(name, ()) if facts is not None else ()
        if view is None or not any(_is_of_parameter(term, view, init.qualname) for term in terms):
            return stored
        needs = self.project.evaluator.dependence.needs(owner.qualname, f"attribute {name}", list(terms), view)
        env = self.project.evaluator.entered(init._replace(receiver=value), value.site, needs)
        if value.site is not None and not value.site.term[2] and not value.site.term[3]:  # everything is left out
            env.update(self._defaults(init, view))
        given = NOTHING.union(*[self.project.evaluator.of(term, view, env) for term in terms])
        others = NOTHING.union(*[self._stored(base, name) for base in order if isinstance(base, Cls) and base != owner])
        return stored if any(isinstance(item, Unknown) for item in given) else given | others

    def _defaults(self, function: Func, view: View) -> Env:
        """The parameters of a function that is called without arguments."""
        facts = self.project.function(function)
        key = (function.module, function.qualname)
        given = {(*key, one[0]): one[3] for one in (facts["parameters"] if facts is not None else ()) if one[3] is not None}
        return {name: self.project.evaluator.of(default, view, {}) for name, default in given.items()}

    def _bound(self, item: Any, receiver: Any, cls: Any) -> Found:
        """An attribute of a class as its instance gives it: functions become methods, properties are read."""
        if isinstance(item, Func):
            facts = self.project.function(item)
            takes = facts["method"] if facts else ""
            if takes == "self" or (facts is not None and facts["kind"] == "lambda"):
                return frozenset((item._replace(receiver=receiver),))
            return frozenset((item._replace(receiver=cls),)) if takes == "class" else frozenset((item,))
        if isinstance(item, Wrapped):
            if item.kind == "staticmethod":
                return frozenset((item.function,))
            if item.kind == "classmethod":
                return self._bound(item.function, cls, cls) if isinstance(item.function, Func) else NOTHING_KNOWN
            if item.kind == "property" and isinstance(item.function, Func):
                return self.project.evaluator.results(item.function._replace(receiver=receiver), None, "returns")
            if isinstance(item.function, Func):
                return frozenset((item._replace(function=item.function._replace(receiver=receiver)),))
            return NOTHING_KNOWN
        if isinstance(item, Thing):
            return frozenset((item._replace(receiver=receiver),))
        return frozenset((item,))

    def _of_class(self, cls: Cls, name: str) -> Found:
        found, owner = self.lookup(self.order(cls), name)
        if owner is None:
            return NOTHING_KNOWN
        return NOTHING.union(*[self._from_class(item, cls) for item in found])

    def _from_class(self, item: Any, cls: Cls) -> Found:
        if isinstance(item, Wrapped) and item.kind in ("staticmethod", "classmethod"):
            return self._bound(item, cls, cls)
        if isinstance(item, Func):
            facts = self.project.function(item)
            return frozenset((item._replace(receiver=cls),)) if facts is not None and facts["method"] == "class" else frozenset((item,))
        return frozenset((item,))

    def _of_super(self, value: Super, name: str, env: Env) -> Found:
        receivers = [
            item
            for key, values in env.items()
            if key[0] == value.cls.module and key[1].startswith(f"{value.cls.qualname}.")
            for item in values
        ]
        receiver = next((item for item in receivers if isinstance(item, (Inst, Cls))), Inst(value.cls))
        order = self.order(receiver.of if isinstance(receiver, Inst) and isinstance(receiver.of, Cls) else value.cls)
        after = order[order.index(value.cls) + 1 :] if value.cls in order else self.order(value.cls)[1:]
        found, owner = self.lookup(after, name)
        return NOTHING.union(*[self._bound(item, receiver, value.cls) for item in found]) if owner is not None else NOTHING_KNOWN

    def property_of(self, value: Any, name: str) -> Func | None:
        """The function that reading `value.name` runs, if it is a property of a class of this project."""
        if not isinstance(value, Inst) or not isinstance(value.of, Cls):
            return None
        found, owner = self.lookup(self.order(value.of), name)
        item = next(iter(found)) if len(found) == 1 and isinstance(owner, Cls) else None
        if isinstance(item, Wrapped) and item.kind == "property" and isinstance(item.function, Func):
            return item.function._replace(receiver=value)
        return None

    def setter_of(self, value: Any, name: str) -> Func | None:
        """The function that `value.name = …` runs, if the name is a property with a setter of a class of this project."""
        if self.property_of(value, name) is None:
            return None
        for base in self.order(value.of):
            view = self.project.view(base.module) if isinstance(base, Cls) else None
            for qualname in view.functions_of(base.qualname, name) if view is not None else ():
                facts = view.function(qualname) if view is not None else None
                if facts is not None and any(
                    term is not None and term[0] == "attr" and term[2] == "setter" for term in facts["decorators"]
                ):
                    return Func(base.module, qualname, value)
        return None

    def own_view(self, cls: Cls) -> View | None:
        return self.project.view(cls.module)


def _is_of_parameter(term: Any, view: View, qualname: str, depth: int = 4) -> bool:
    """Whether a stored term is a parameter of the function of that name, or `parameter or something`."""
    if term is None or depth == 0:
        return False
    if term[0] == "param":
        return bool(term[1] == qualname)
    if term[0] == "use":
        return any(_is_of_parameter(view.binding(number), view, qualname, depth - 1) for number in term[1])
    return term[0] == "any" and any(_is_of_parameter(item, view, qualname, depth - 1) for item in term[1])
