"""Worlds that are alike are taken for one, so that branches which say nothing of frames do not multiply them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flake8_pitfalls.facts.frames.domain import (
    Class,
    Dict,
    Env,
    Function,
    Instance,
    List,
    Method,
    Partial,
    Ref,
    Scalar,
    Thing,
    Value,
    World,
)

MOST_WORLDS = 12


def merged(worlds: Sequence[World]) -> list[World]:
    """The worlds without those that differ in nothing but scalars; at most `MOST_WORLDS`."""
    if len(worlds) < 2:
        return list(worlds)
    shared = set(worlds[0].heap)
    for world in worlds[1:]:
        shared &= world.heap.keys()
    first = worlds[0].heap
    differing = sorted(at for at in shared if any(world.heap[at] is not first[at] for world in worlds[1:]))
    kept: dict[Any, World] = {}
    for world in worlds:
        key = _Key(world, shared).of(differing)
        other = kept.get(key)
        if other is None:
            if len(kept) < MOST_WORLDS:
                kept[key] = world
        else:
            _merge(other, world, differing)
    return list(kept.values())


class _Key:
    """What tells a world from others that come from the same place: what they do not share, whatever its number in the heap."""

    def __init__(self, world: World, shared: set[int]) -> None:
        self.world = world
        self.shared = shared
        self.numbers: dict[int, int] = {}
        self.waiting: list[int] = []

    def of(self, differing: Iterable[int]) -> Any:
        found: list[Any] = [self.value(self.world.returned), tuple(map(self.value, self.world.yielded)), self.world.env.at]
        found += [(at, self.thing(self.world.heap[at])) for at in differing]
        while self.waiting:
            found.append(self.thing(self.world.heap[self.waiting.pop()]))
        return tuple(found)

    def value(self, value: Value) -> Any:
        if isinstance(value, Ref):
            if value.at in self.shared or value.at not in self.world.heap:
                return ("shared", value.at)
            if value.at not in self.numbers:
                self.numbers[value.at] = len(self.numbers)
                self.waiting.append(value.at)
            return ("own", self.numbers[value.at])
        if isinstance(value, List):
            return ("tuple", tuple(map(self.value, value.items)), value.exact, value.form, value.strange)
        if isinstance(value, Function):
            return (value.node, self.value(value.env), self.value(value.bound), value.kind)
        if isinstance(value, Method):
            return (value.name, self.value(value.of))
        if isinstance(value, Partial):
            return (
                self.value(value.function),
                tuple(map(self.value, value.arguments)),
                tuple((name, self.value(item)) for name, item in value.keywords),
            )
        return repr(value) if isinstance(value, Scalar) else value

    def names(self, names: dict[str, Value]) -> Any:
        """The values of names; a scalar tells no two worlds apart."""
        return tuple(
            sorted((name, repr(self.value(value))) for name, value in names.items() if value is not None and not isinstance(value, Scalar))
        )

    def thing(self, thing: Thing) -> Any:
        if isinstance(thing, Env):
            return ("env", id(thing.scope), thing.parent, self.names(thing.names))
        if isinstance(thing, Instance):
            return ("instance", self.value(thing.of), self.names(thing.attributes), thing.strange)
        if isinstance(thing, Class):
            return ("class", thing.node, self.names(thing.attributes))
        if isinstance(thing, List):
            return self.value(thing)
        if isinstance(thing, Dict):
            items = tuple((repr(key), self.value(value)) for key, value in thing.items)
            return ("dict", items, tuple(map(self.value, thing.more)), thing.strange, self.value(thing.factory))
        return thing


def _merge(into: World, other: World, differing: Iterable[int]) -> None:
    """Scalars that differ are no longer known."""
    for at in differing:
        one, two = into.heap[at], other.heap[at]
        if one is two:
            continue
        if isinstance(one, Env) and isinstance(two, Env):
            into.heap[at] = one._replace(names=_merged_names(one.names, two.names))
        elif isinstance(one, (Instance, Class)) and isinstance(two, (Instance, Class)):
            into.heap[at] = one._replace(attributes=_merged_names(one.attributes, two.attributes))
    into.assumed = {text: found for text, found in into.assumed.items() if other.assumed.get(text) == found}


def _merged_names(one: dict[str, Value], two: dict[str, Value]) -> dict[str, Value]:
    if one == two:
        return one
    found = dict(one)
    for name in {*one, *two}:
        mine, theirs = one.get(name), two.get(name)
        if mine != theirs and (mine is None or isinstance(mine, Scalar)) and (theirs is None or isinstance(theirs, Scalar)):
            same = mine is not None and theirs is not None and mine.kind == theirs.kind
            found[name] = Scalar(mine.kind) if same and mine is not None else None
    return found
