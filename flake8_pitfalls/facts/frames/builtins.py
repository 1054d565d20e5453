"""What Python's own functions make of values."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts.frames.access import put_item
from flake8_pitfalls.facts.frames.arrays import count_of
from flake8_pitfalls.facts.frames.base import Arguments
from flake8_pitfalls.facts.frames.calls import Calls
from flake8_pitfalls.facts.frames.domain import (
    NONE,
    UNSET,
    Array,
    Dict,
    External,
    Frame,
    Instance,
    List,
    Ref,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.dtypes import UNSURE
from flake8_pitfalls.facts.frames.eval import LONGEST
from flake8_pitfalls.facts.frames.infer import (
    label,
)
from flake8_pitfalls.knowledge.dtypes import KIND_BY_CLASS


class Builtins(Calls):
    """Functions that need no import."""

    def _builtin(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        first = arguments.given[0] if arguments.given else None
        method = getattr(self, f"builtin_{name}", None)
        if method is not None and (arguments.given or name in ("list", "tuple", "dict", "set", "zip")):
            found: Value = method(arguments, node, world)
            return found
        if name in ("min", "max", "sum", "round", "abs", "pow"):
            return self._number(name, arguments, world)
        if name == "float":
            return (
                Scalar("nan")
                if isinstance(label(first), str) and label(first).strip().lower() in ("nan", "-nan", "+nan")
                else Scalar("float")
            )
        if name == "int":
            return Scalar("int")
        if name == "bool" and arguments.given:
            answer = self.truth(first, world)
            return Scalar("bool") if answer is None else Scalar("bool", answer)
        from flake8_pitfalls.facts.frames.infer import kind_of_call

        kind = kind_of_call(f"builtins.{name}")
        return Scalar(kind) if kind is not None else None

    def _number(self, name: str, arguments: Arguments, world: World) -> Value:
        values = list(arguments.given)
        if name == "sum" and len(values) == 2 and (start := world.listing(values[1])) is not None:
            items, exact = self.items(values[0], world)
            for item in items:
                start = self.extended(start, item, world)
            return world.new(start._replace(exact=start.exact and exact))
        if name == "round":
            values = values[:1]
            if len(arguments.given) == 1 and not arguments.named:
                return Scalar("int") if isinstance(values[0], Scalar) else None
        elif len(values) == 1 and name in ("min", "max", "sum"):
            if isinstance(values[0], Array):
                return self.array_method(values[0], name, Arguments(), ast.Pass(), world)
            values, _ = self.items(values[0], world)
            if not values:
                return Scalar("int", 0) if name == "sum" else None
        kinds = {value.kind if isinstance(value, Scalar) else UNSURE for value in values}
        if kinds <= {"int", "many", "bool"}:
            return Scalar("int")
        if name in ("min", "max") and kinds == {"str"}:
            return Scalar("str")
        if (name == "sum" and kinds <= {"int", "float", "bool"}) or kinds == {"float"}:
            return Scalar("float")
        return None

    def builtin_len(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        value = arguments.given[0]
        listing, thing = world.listing(value), world.thing(value)
        if isinstance(value, Array):
            return count_of(value.rows)
        if isinstance(thing, Frame):
            return count_of(thing.rows)
        if listing is not None and not listing.strange:
            return Scalar("int", len(listing.items)) if listing.exact else Scalar("many") if listing.items else Scalar("int")
        if isinstance(thing, Dict) and not thing.strange:
            return Scalar("int", len(thing.items)) if not thing.more else Scalar("many")
        if isinstance(value, Scalar) and isinstance(value.const, str):
            return Scalar("int", len(value.const))
        return Scalar("int")

    def builtin_list(self, arguments: Arguments, node: ast.AST, world: World, form: str = "list") -> Value:
        if not arguments.given:
            return world.new(List((), True, form))
        value = arguments.given[0]
        items, exact = self.items(value, world)
        listing = world.listing(value)
        strange = listing.strange if listing is not None else self.is_unknown(value)
        made = List(tuple(items) if not strange or listing is not None else (), exact, form, strange)
        return made if form in ("tuple", "iter") else world.new(made)

    def builtin_tuple(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "tuple")

    def builtin_set(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "set")

    def builtin_iter(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "iter")

    builtin_sorted = builtin_list

    def builtin_reversed(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        made = self.builtin_list(arguments, node, world, "iter")
        return made._replace(items=made.items[::-1]) if isinstance(made, List) else made

    def builtin_next(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        listing = world.listing(arguments.given[0])
        return listing.items[0] if listing is not None and listing.items else None

    def builtin_dict(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        made = Dict(strange=not arguments.sure)
        if arguments.given:
            thing = world.thing(arguments.given[0])
            listing = world.listing(arguments.given[0])
            if isinstance(thing, Dict):
                made = thing
            elif listing is not None and listing.exact and all(isinstance(item, List) and len(item.items) == 2 for item in listing.items):
                for item in listing.items:
                    assert isinstance(item, List)
                    made = put_item(made, label(item.items[0]), item.items[1])
            else:
                made = Dict(strange=True)
        for name, value in arguments.named.items():
            made = put_item(made, name, value)
        return world.new(made)

    def builtin_range(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        bounds = [label(value) for value in arguments.given]
        if all(isinstance(bound, int) for bound in bounds) and 1 <= len(bounds) <= 3 and (len(bounds) < 3 or bounds[2]):
            known = range(*bounds)
            return List(tuple(Scalar("int", n) for n in known[: LONGEST + 1]), len(known) <= LONGEST, "range")
        start = bounds[0] if len(bounds) > 1 and isinstance(bounds[0], int) else 0 if len(bounds) == 1 else UNSET
        if not isinstance(start, int):
            return List((Scalar("int", start), Scalar("int")), False, "range")
        later = (Scalar("many"),) if start >= 0 else ()  # a number further on, which a test may be about
        return List((Scalar("int", start), Scalar("int", start + 1), *later), False, "range")

    def builtin_enumerate(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        start = label(arguments.get("start", 1)) if arguments.has("start", 1) else 0
        pairs = [
            List((Scalar("int", n + start) if isinstance(start, int) else Scalar("int"), item), True, "tuple")
            for n, item in enumerate(items)
        ]
        return List(tuple(pairs), exact, "iter")

    def builtin_zip(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        found = [self.items(value, world) for value in arguments.given]
        turns = min((len(items) for items, _ in found), default=0)
        exact = any(whole and len(items) == turns for items, whole in found) or not found
        return List(
            tuple(List(tuple(items[n] for items, _ in found), True, "tuple") for n in range(turns)), exact and arguments.sure, "iter"
        )

    def builtin_map(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        found = [self.items(value, world) for value in arguments.given[1:]]
        turns = min((len(items) for items, _ in found), default=0)
        made = tuple(self.call(arguments.given[0], Arguments(tuple(items[n] for items, _ in found)), node, world) for n in range(turns))
        return List(made, all(exact for _, exact in found), "iter")

    def builtin_filter(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.get("", 1), world)
        kept = []
        for item in items:
            value = item if arguments.given[0] == NONE else self.call(arguments.given[0], Arguments((item,)), node, world)
            answer = self.truth(value, world)
            if answer is None:
                exact = False
                if isinstance(item, Ref):
                    self.escape(item, world)
            if answer is not False:
                kept.append(item)
        return List(tuple(kept), exact, "iter")

    def builtin_any(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        answers = [self.truth(item, world) for item in items]
        return Scalar("bool", True) if True in answers else Scalar("bool", False) if exact and None not in answers else Scalar("bool")

    def builtin_all(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        answers = [self.truth(item, world) for item in items]
        return Scalar("bool", False) if False in answers else Scalar("bool", True) if exact and None not in answers else Scalar("bool")

    def builtin_isinstance(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        value, of = arguments.given[0], arguments.get("", 1)
        if isinstance(of, External):
            if world.frame(value) is not None:
                return Scalar("bool", of.name in ("pandas.DataFrame", "builtins.object"))
            if isinstance(value, Scalar) and value.kind != UNSURE:
                wanted = KIND_BY_CLASS.get(of.name)
                return (
                    Scalar("bool", False)
                    if wanted != value.kind and value.kind in ("none", "str")
                    else Scalar("bool", True)
                    if wanted == value.kind
                    else Scalar("bool")
                )
            if isinstance(value, List) or isinstance(world.thing(value), (List, Dict)):
                form = "dict" if isinstance(world.thing(value), Dict) else (world.listing(value) or List()).form
                return Scalar("bool", of.name == f"builtins.{form}") if of.name.startswith(("builtins.", "pandas.")) else Scalar("bool")
        return Scalar("bool")

    def builtin_getattr(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        name = label(arguments.get("", 1))
        return self.attribute(arguments.given[0], name, node, world) if isinstance(name, str) else None

    def builtin_setattr(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        name, thing = label(arguments.get("", 1)), world.thing(arguments.given[0])
        if isinstance(thing, Instance) and isinstance(arguments.given[0], Ref):
            known = isinstance(name, str)
            new = thing._replace(attributes={**thing.attributes, name: arguments.get("", 2)}) if known else thing._replace(strange=True)
            world.put(arguments.given[0], new)
        elif isinstance(thing, Frame):
            self.escape(arguments.given[0], world)
        return NONE

    def builtin_type(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.class_of(arguments.given[0], world)
