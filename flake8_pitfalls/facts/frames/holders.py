"""Methods of lists, dicts, rows and single values."""

from __future__ import annotations

import ast
from typing import Any

from flake8_pitfalls.facts.frames.access import put_item, row_item
from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    NONE,
    UNSET,
    Dict,
    Frame,
    List,
    Ref,
    Row,
    Scalar,
    Value,
    World,
    same_label,
)
from flake8_pitfalls.facts.frames.eval import Evaluation
from flake8_pitfalls.facts.frames.infer import (
    constant,
    label,
)

TEXT_METHODS = frozenset(
    {"upper", "lower", "strip", "lstrip", "rstrip", "title", "capitalize", "replace", "format", "join", "zfill", "ljust", "rjust", "center"}
    | {"strftime", "isoformat", "hex", "decode", "swapcase", "casefold", "removeprefix", "removesuffix", "ctime"}
)
NUMBER_METHODS = {"total_seconds": "float", "timestamp": "float", "date": "date", "count": "int", "find": "int", "index": "int"}
TEXT_QUESTIONS = frozenset(("startswith", "endswith", "isdigit", "isalpha", "isupper", "islower", "isspace", "isnumeric", "isalnum"))


class Holders(Evaluation):
    """What holds values, and how it changes."""

    def _row_method(self, row: Row, name: str, arguments: Arguments, world: World) -> Value:
        if name == "to_frame":
            return row._replace(turned=True)
        if name == "transpose":
            return self.row_attribute(row, "T", world)
        if name in ("to_dict", "_asdict") and not row.turned:
            return world.new(Dict(row.items))
        if name == "copy":
            return row
        if name == "get" and arguments.given:
            return row_item(row, label(arguments.given[0]))
        return None

    def _scalar_method(self, value: Scalar, name: str, arguments: Arguments, world: World) -> Value:
        if name in ("split", "splitlines"):
            separator = arguments.given[0] if arguments.given else Scalar("none", None)
            if isinstance(value.const, str) and isinstance(separator, Scalar) and isinstance(separator.const, (str, type(None))):
                parts = value.const.splitlines() if name == "splitlines" else value.const.split(separator.const or None)
                return world.new(List(tuple(Scalar("str", part) for part in parts)))
            return List((Scalar("str"), Scalar("str")), False)
        if name in TEXT_METHODS:
            return Scalar("str")
        if name in TEXT_QUESTIONS:
            return Scalar("bool")
        return Scalar(NUMBER_METHODS[name]) if name in NUMBER_METHODS else None

    def _list_method(self, value: Value, listing: List, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        first = arguments.given[0] if arguments.given else None
        if not isinstance(value, Ref):
            return Scalar("int") if name in ("index", "count") else None
        if name in ("append", "add", "appendleft"):
            world.put(value, appended(listing, first, world))
            return NONE
        if name in ("extend", "update"):
            world.put(value, self.extended(listing, first, world))
            return NONE
        if name == "insert":
            rest = appended(listing, arguments.get("object", 1), world)
            at = label(first)
            front = isinstance(at, int) and at == 0 and rest.items
            world.put(
                value,
                rest._replace(items=(rest.items[-1], *rest.items[:-1]))
                if front
                else rest._replace(exact=rest.exact and len(rest.items) < 2),
            )
            return NONE
        if name == "clear":
            world.put(value, List((), True, listing.form))
            return NONE
        if name in ("pop", "popleft") and listing.exact and not listing.strange:
            if not listing.items:
                raise Infeasible
            place = 0 if name == "popleft" else label(first) if arguments.given else -1
            if isinstance(place, int) and -len(listing.items) <= place < len(listing.items):
                rest_items = [item for n, item in enumerate(listing.items) if n != place % len(listing.items)]
                world.put(value, listing._replace(items=tuple(rest_items)))
                return listing.items[place]
        if name in ("copy", "__iter__"):
            return world.new(listing)
        if name in ("index", "count"):
            return Scalar("int")
        if name in ("reverse", "sort"):
            world.put(
                value,
                listing._replace(items=listing.items[::-1])
                if name == "reverse"
                else listing._replace(exact=listing.exact and len(listing.items) < 2),
            )
            return NONE
        world.put(value, listing._replace(exact=False, strange=True))
        return None

    def extended(self, listing: List, more: Value, world: World) -> List:
        """A list with the items of another iterable after its own."""
        items, exact = self.items(more, world)
        other = world.listing(more)
        unknown = self.is_unknown(more) or (other is not None and other.strange)
        if unknown:
            return listing._replace(exact=False, strange=True)
        for item in items:
            listing = appended(listing, item, world)
        return listing._replace(exact=listing.exact and exact)

    def _dict_method(self, value: Ref, thing: Dict, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        key = label(arguments.given[0]) if arguments.given else UNSET
        found = thing.get(key) if key is not UNSET else None
        if name in ("values", "items", "keys"):
            return self._view(thing, name)
        if name in ("get", "setdefault", "pop"):
            return self._got(value, thing, name, key, found, arguments, node, world)
        if name == "update":
            self._updated(value, thing, arguments, world)
            return NONE
        if name == "copy":
            return world.new(thing)
        if name == "clear":
            world.put(value, Dict(factory=thing.factory))
            return NONE
        world.put(value, thing._replace(strange=True))
        return None

    def _view(self, thing: Dict, name: str) -> Value:
        pairs: list[tuple[Value, Value]] = [*((constant(key), item) for key, item in thing.items), *((None, item) for item in thing.more)]
        exact = not thing.strange and not thing.more
        if name == "items":
            return List(tuple(List(pair, True, "tuple") for pair in pairs), exact, "iter", thing.strange)
        return List(tuple(pair[name == "values"] for pair in pairs), exact, "iter", thing.strange)

    def _got(
        self, value: Ref, thing: Dict, name: str, key: Any, found: tuple[Value] | None, arguments: Arguments, node: ast.AST, world: World
    ) -> Value:
        if found is not None:
            if name == "pop":
                world.put(value, thing._replace(items=tuple(pair for pair in thing.items if not same_label(pair[0], key))))
            return found[0]
        default = arguments.given[1] if len(arguments.given) > 1 else NONE
        may_be_there = thing.strange or thing.more or (key is UNSET and thing.items)
        if may_be_there:
            if thing.strange and len(arguments.given) < 2:
                return None
            known = (item for _, item in thing.items) if key is UNSET else ()
            ways: list[Value] = [default, *thing.more, *known, *([None] if thing.strange else [])]
            chosen = ways[self.choose(len(ways))]
        else:
            chosen = default
        if name == "setdefault":
            world.put(value, put_item(thing, key, chosen))
        return chosen

    def _updated(self, value: Ref, thing: Dict, arguments: Arguments, world: World) -> None:
        if arguments.given:
            other = world.thing(arguments.given[0])
            if not isinstance(other, Dict) or other.strange:
                world.put(value, thing._replace(strange=True))
                return
            for key, item in other.items:
                thing = put_item(thing, key, item)
            thing = thing._replace(more=(*thing.more, *other.more))
        for name, item in arguments.named.items():
            thing = put_item(thing, name, item)
        world.put(value, thing)


def appended(listing: List, item: Value, world: World) -> List:
    """A list with one item more; where one just like it is there, the list only grows by count."""
    thing = world.thing(item)
    if isinstance(thing, Frame) and len(listing.items) >= 3 and any(world.thing(other) == thing for other in listing.items):
        return listing._replace(exact=False)
    return listing._replace(items=(*listing.items, item))
