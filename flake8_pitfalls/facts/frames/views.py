"""What is changed through a part of a frame: in pandas 2 a column taken out of a frame shares its values with it.

Whether it really does depends on copies and on an option, so a frame's column is not known any more once a Series of its name is changed.
"""

from __future__ import annotations

from flake8_pitfalls.facts.frames.domain import UNSET, Array, Column, Frame, Method, Value, World
from flake8_pitfalls.facts.frames.rows import unsure_columns

# Methods that change a Series or an array in place, without `inplace=`.
CHANGING = frozenset(("update", "pop", "insert", "fill", "put", "itemset", "partition", "byteswap", "__setitem__", "__delitem__"))
LOCATORS = frozenset(("loc", "iloc", "at", "iat"))


def array_behind(value: Value) -> Array | None:
    """The Series or array in which something is set: `s` of `s[…]` and of `s.loc[…]`."""
    if isinstance(value, Method) and value.name in LOCATORS:
        value = value.of
    return value if isinstance(value, Array) else None


def changed(array: Array, world: World) -> None:
    """A Series or array is changed in place: the columns of its name are not known any more, nor any, where its name is not known."""
    if array.form not in ("series", "array") or (array.form == "array" and array.name is UNSET):
        return
    for at, thing in list(world.heap.items()):
        if not isinstance(thing, Frame):
            continue
        if array.name is UNSET:
            world.heap[at] = unsure_columns(thing)
        elif thing.column(array.name) is not None:
            world.heap[at] = thing.with_column(array.name, Column(line=thing.line))
