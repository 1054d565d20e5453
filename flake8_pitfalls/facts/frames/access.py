"""Attributes and subscripts: columns of frames, rows, items of containers."""

from __future__ import annotations

import ast
from typing import Any

from flake8_pitfalls.facts.frames.arrays import count_of
from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    UNSET,
    Array,
    Class,
    Dict,
    External,
    Frame,
    Instance,
    List,
    Method,
    Ref,
    Row,
    Scalar,
    Value,
    World,
    same_label,
)
from flake8_pitfalls.facts.frames.infer import (
    item_of,
    kind_of_name,
    label,
    labels,
)
from flake8_pitfalls.facts.frames.operators import Operators
from flake8_pitfalls.facts.frames.rows import (
    fewer,
    row_of,
    series_of,
    sliced,
    taken,
    turned,
)


class Access(Operators):
    """Expressions that take a part of a value."""

    def value_Attribute(self, node: ast.Attribute, world: World) -> Value:
        return self.attribute(self.evaluate(node.value, world), node.attr, node, world)

    def attribute(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        if isinstance(value, External):
            dotted = f"{value.name}.{name}"
            kind = kind_of_name(dotted)
            return Scalar(kind) if kind is not None else self.resolved(External(dotted), world)
        if isinstance(value, Row):
            return self.row_attribute(value, name, world)
        if isinstance(value, Array):
            if name in ("empty", "size", "shape", "values", "dtype", "name", "index", "T"):
                return self.array_attribute(value, name, world)
            return Method(value, name)
        thing = world.thing(value)
        if isinstance(thing, Frame):
            return self._frame_attribute(value, thing, name)
        if isinstance(thing, (Instance, Class)):
            return self.member(value, name, node, world)
        return None if value is None and name.isupper() else Method(value, name)

    def row_attribute(self, row: Row, name: str, world: World) -> Value:
        """A label of a row as an attribute, or its transposition: a frame of one row, all in the row's dtype."""
        if name == "T" and row.turned:
            return world.new(turned(row))
        if name == "T":
            return row
        return row_item(row, name) if any(one == name for one, _ in row.items) and not row.turned else Method(row, name)

    def _frame_attribute(self, value: Value, frame: Frame, name: str) -> Value:
        if name == "empty":
            return Scalar("bool") if frame.is_empty is None else Scalar("bool", frame.is_empty)
        if name == "columns":
            if frame.is_open:
                return Array("index")
            return Array("index", "object", len(frame.columns), "none", values=frame.labels, row_labels=("range", len(frame.columns)))
        if name == "shape":
            width = Scalar("int") if frame.is_open else Scalar("int", len(frame.columns))
            return List((count_of(frame.rows), width), True, "tuple")
        if name == "size":
            return Scalar("int", 0) if frame.is_empty is True else Scalar("int") if frame.is_empty is None else Scalar("many")
        if name == "index":
            return Array(
                "index", "int64" if frame.row_labels and frame.row_labels[0] == "range" else "?", frame.rows, row_labels=frame.row_labels
            )
        if name == "dtypes":
            return Array("dtypes", values=tuple((one, column.dtype) for one, column in frame.columns))
        if name == "values":
            return Array("array", rows=frame.rows, width=len(frame.columns), row_labels=frame.row_labels)
        if name == "T":
            return None
        return series_of(frame, name) if frame.column(name) is not None else Method(value, name)

    def value_Subscript(self, node: ast.Subscript, world: World) -> Value:
        holder = self.evaluate(node.value, world)
        if isinstance(node.slice, ast.Slice):
            return self._sliced(holder, self.bounds(node.slice, world), node, world)
        if isinstance(holder, External) and holder.name != "builtins.list":
            return None
        return self.item(holder, self.evaluate(node.slice, world), node, world)

    def bounds(self, node: ast.Slice, world: World) -> slice | None:
        """A slice of constants; None where a part is not known."""
        parts: list[Any] = []
        for part in (node.lower, node.upper, node.step):
            found = label(self.evaluate(part, world)) if part is not None else None
            if found is UNSET or not isinstance(found, (int, type(None))):
                return None
            parts.append(found)
        return slice(*parts)

    def _sliced(self, holder: Value, part: slice | None, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        frame = world.frame(holder)
        if frame is not None:
            return world.new(sliced(frame, part, line) if part is not None else fewer(frame))
        if isinstance(holder, Method) and holder.name in ("iloc", "loc"):
            frame = world.frame(holder.of)
            if frame is not None:
                known = part if holder.name == "iloc" and part is not None else None
                return world.new(sliced(frame, known, line) if known is not None else fewer(frame)._replace(line=line))
            if isinstance(holder.of, Array):
                rows = 0 if part == slice(None, 0) and holder.name == "iloc" else None
                return (
                    self.array_method(holder.of, "head", Arguments(), node, world)
                    if rows is None
                    else holder.of._replace(rows=0, mask=(), values=None)
                )
            return None
        if isinstance(holder, Array):
            return holder._replace(
                rows=0 if part == slice(None, 0) else None,
                mask=None,
                values=None,
                row_labels=None,
                na="?" if holder.na == "some" else holder.na,
            )
        listing = world.listing(holder)
        if listing is None:
            return (
                holder
                if isinstance(holder, Scalar) and holder.kind == "str" and holder.const is UNSET
                else Scalar("str")
                if isinstance(holder, Scalar) and holder.kind == "str"
                else None
            )
        made = listing._replace(items=listing.items[part]) if listing.exact and part is not None else listing._replace(exact=False)
        return made if made.form in ("tuple", "iter") else world.new(made)

    def item(self, holder: Value, key: Value, node: ast.AST, world: World) -> Value:
        frame = world.frame(holder)
        if frame is not None:
            return self._of_frame(frame, key, node, world)
        if isinstance(holder, Method) and holder.name in ("iloc", "loc", "at", "iat"):
            frame = world.frame(holder.of)
            return self._located(frame, holder.name, key, node, world) if frame is not None else None
        if isinstance(holder, Row):
            return row_item(holder, label(key))
        if isinstance(holder, Array):
            if isinstance(key, Array) or world.listing(key) is not None:
                return self.array_method(holder, "head", Arguments(), node, world)
            return item_of(holder) if holder.form != "row" else None
        thing = world.thing(holder)
        if isinstance(thing, Dict):
            return self._of_dict_key(holder, thing, key, node, world)
        listing = world.listing(holder)
        place = label(key)
        if listing is None or listing.strange:
            return None
        if not listing.exact:
            return listing.items[self.choose(len(listing.items))] if listing.items else None
        if isinstance(place, int) and -len(listing.items) <= place < len(listing.items):
            return listing.items[place]
        if isinstance(place, int):
            raise Infeasible
        return listing.items[self.choose(len(listing.items))] if listing.items else None

    def _of_dict_key(self, holder: Value, thing: Dict, key: Value, node: ast.AST, world: World) -> Value:
        place = label(key)
        found = thing.get(place) if place is not UNSET else None
        if found is not None:
            return found[0]
        if thing.factory is not None and isinstance(holder, Ref) and not thing.strange:
            made = self.call(thing.factory, Arguments(), node, world)
            current = world.thing(holder)
            if isinstance(current, Dict):
                world.put(holder, put_item(current, place, made))
            return made
        if thing.strange and not thing.more:
            return None
        if place is not UNSET and not thing.more:
            raise Infeasible
        values = [*(value for _, value in thing.items), *thing.more] if place is UNSET else [*thing.more]
        values += [None] if thing.strange else []
        return values[self.choose(len(values))] if values else None

    def _of_frame(self, frame: Frame, key: Value, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        name = label(key)
        if name is not UNSET:
            if frame.column(name) is None and not frame.is_open:
                raise Infeasible
            return series_of(frame, name)
        if isinstance(key, Array) and key.dtype == "bool" and key.form in ("series", "array"):
            if key.values is not None and frame.rows == len(key.values):
                return world.new(taken(frame, [n for n, one in enumerate(key.values) if one], line))
            return world.new(fewer(frame))
        wanted = labels(key, world)
        if wanted is None:
            return (
                world.new(fewer(frame) if isinstance(key, Array) and key.form == "series" else ANY_FRAME)
                if world.listing(key) is not None or isinstance(key, Array)
                else None
            )
        if wanted and all(isinstance(one, bool) for one in wanted):
            return world.new(taken(frame, [n for n, one in enumerate(wanted) if one], line) if frame.rows == len(wanted) else fewer(frame))
        if any(frame.column(one) is None for one in wanted):
            if not frame.is_open:
                raise Infeasible
            return world.new(ANY_FRAME)
        return world.new(frame.only(wanted)._replace(is_open=False))

    def _located(self, frame: Frame, how: str, key: Value, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        parts = key.items if isinstance(key, List) and key.form == "tuple" else (key,)
        rows = parts[0]
        if len(parts) == 1:
            found = labels(rows, world) if world.listing(rows) is not None else None
            if found is not None and how == "iloc" and frame.rows is not None and all(isinstance(n, int) for n in found):
                inside = frame.rows >= 0 and all(-frame.rows <= n < frame.rows for n in found)
                return world.new(taken(frame, [n % frame.rows for n in found], line) if inside and frame.rows else fewer(frame))
            if isinstance(rows, Array) and rows.dtype == "bool":
                return self._of_frame(frame, rows, node, world)
            if world.listing(rows) is not None or isinstance(rows, Array):
                return world.new(fewer(frame))
            return row_of(frame, promoted=True, line=line)
        if how == "loc" and len(parts) == 2 and isinstance(rows, Scalar) and rows.kind == "slice":
            return self._of_frame(frame, parts[1], node, world)
        return None

    def value_Slice(self, node: ast.Slice, world: World) -> Value:
        whole = node.lower is None and node.upper is None and node.step is None
        return Scalar("slice") if whole else None


def row_item(row: Row, name: Any) -> Value:
    """The value at a label of a row, or at a place."""
    for one, value in row.items:
        if same_label(one, name):
            return value
    return row.items[name][1] if isinstance(name, int) and -len(row.items) <= name < len(row.items) else None


def put_item(holder: Dict, key: Any, value: Value) -> Dict:
    """The dict with one item more, or another one under its key; under a key that is not known, it may be any."""
    if key is UNSET:
        return holder._replace(more=(*holder.more, value)) if value not in holder.more else holder
    if holder.get(key) is None:
        return holder._replace(items=(*holder.items, (key, value)))
    return holder._replace(items=tuple((one, value if same_label(one, key) else item) for one, item in holder.items))
