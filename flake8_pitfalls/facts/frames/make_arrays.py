"""Series, indexes and arrays as pandas and numpy make them: `Series(…)`, `to_datetime`, `np.zeros` and their kin; lists as columns."""

from __future__ import annotations

import ast
from typing import Any

from flake8_pitfalls.facts.frames.base import Arguments, Base
from flake8_pitfalls.facts.frames.domain import (
    LONGEST_MASK,
    MANY,
    Array,
    Dict,
    Instance,
    List,
    Row,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE
from flake8_pitfalls.facts.frames.infer import (
    array_of,
    as_category,
    cast,
    dtype_of,
    is_na,
    label,
    labels,
    of_items,
    only_full_texts,
    scalar_dtype,
    zone_of,
)
from flake8_pitfalls.knowledge.dtypes import MASKED, NUMBERS

SIZED = ("numpy.zeros", "numpy.ones", "numpy.empty", "numpy.full")


class MakingArrays(Base):
    """Makers of what has one dimension; each returns a value."""

    def index_of(self, value: Value, world: World) -> Array:
        """The row labels that `row_labels=` gives."""
        if isinstance(value, Array):
            return value
        listing = world.listing(value)
        if listing is None or listing.strange:
            return Array("index")
        return Array("index", rows=len(listing.items) if listing.exact else MANY if listing.items else None)

    def series(self, value: Value, line: int, world: World) -> Array:
        """A value as a column: an array of its own, or, of a scalar, an array with `width` 0 that fills any length."""
        if isinstance(value, Array):
            return value if value.form != "row" else Array("series", line=line)
        if isinstance(value, Scalar):
            na = is_na(value)
            return Array("series", scalar_dtype(value), None, UNSURE if na is None else "all" if na else "none", line=line, width=0)
        listing = world.listing(value)
        if listing is None:
            return Array("list", line=line) if not isinstance(world.thing(value), (Instance, Dict)) else Array("series", line=line)
        return self.column_of(listing, line)

    def as_array(self, value: Value, line: int, world: World) -> Array | None:
        """A list or an array as an array; None where it is neither."""
        if isinstance(value, Array):
            return value if value.form != "row" else None
        listing = world.listing(value)
        return self.column_of(listing, line) if listing is not None else None

    def column_of(self, listing: List, line: int) -> Array:
        """A list as a column of a frame."""
        if listing.strange:
            return Array("list", UNSURE, MANY if listing.items else None, UNSURE, line=line)
        array = array_of(listing.items, "list", line)
        if not listing.items:
            return array._replace(dtype="int64" if listing.form == "range" else "float64", rows=0 if listing.exact else None)
        if not listing.exact:
            return array._replace(
                rows=MANY, na=array.na if array.na != "all" else "all", mask=None, values=None, row_labels=("made", line, 2)
            )
        return array

    def filled(self, value: Scalar, rows: int | None, line: int) -> Array:
        """An array that holds one scalar all over."""
        na = is_na(value)
        array = Array("series", scalar_dtype(value), rows, UNSURE if na is None else "all" if na else "none", line=line)
        return array._replace(mask=(bool(na),) * rows) if na is not None and rows is not None and 0 <= rows <= LONGEST_MASK else array

    def make_series(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.Series(data, index, dtype, name)`, also `pandas.Index` and `pandas.array`."""
        line = getattr(node, "lineno", 0)
        data = arguments.get("data", 0)
        index = arguments.get("index", 1)
        array = Array("series", line=line)
        if not arguments.sure:
            return array
        if not arguments.has("data", 0) or is_none(data):
            has_index = arguments.has("index", 1) and not is_none(index)
            rows = self.index_of(index, world).rows if has_index else 0
            array = Array("series", OBJECT, rows, "all", row_labels=("range", rows) if rows == 0 else None, line=line)
        elif isinstance(data, Array):
            array = data._replace(form="series", line=line, width=None)
        elif isinstance(data, Scalar):
            has_index = arguments.has("index", 1)
            array = self.filled(data, self.index_of(index, world).rows if has_index else 1, line)
            array = array if has_index else array._replace(row_labels=("range", 1))
        elif (listing := world.listing(data)) is not None:
            array = self.column_of(listing, line)._replace(form="series")
            array = array._replace(dtype=OBJECT) if not listing.items and listing.exact else array
        elif isinstance(thing := world.thing(data), Dict) and not thing.strange and not thing.more:
            array = array_of([value for _, value in thing.items], "series", line)._replace(row_labels=None)
            if thing.items and set(arguments.named) <= {"data", "name"} and len(arguments.given) < 2:
                return Row(thing.items, array.dtype, line)
        if arguments.has("index", 1) and not is_none(index):
            names, listing = labels(index, world), world.listing(data)
            if (
                names is not None
                and listing is not None
                and listing.exact
                and len(names) == len(listing.items) > 0
                and "dtype" not in arguments.named
            ):
                return Row(tuple(zip(names, listing.items, strict=True)), array.dtype, line)
            given = self.index_of(index, world)
            array = array._replace(row_labels=given.row_labels)
        if arguments.has("dtype", 2) and not is_none(arguments.get("dtype", 2)):
            array = cast(array, no_text(dtype_of(arguments.get("dtype", 2), world)))
        name = label(arguments.get("name", 3)) if arguments.has("name", 3) else array.name
        return array._replace(name=name)

    def make_array(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`numpy.array(data, dtype)`: of a list, or of a list of lists."""
        line, data = getattr(node, "lineno", 0), arguments.get("object", 0)
        if isinstance(data, Array):
            array = data._replace(form="array", line=line)
        elif (listing := world.listing(data)) is None or listing.strange:
            return Array("array", line=line)
        elif listing.items and all(world.listing(item) is not None for item in listing.items):
            rows = [found.items for item in listing.items if (found := world.listing(item)) is not None]
            if len(set(map(len, rows))) != 1:
                return Array("array", line=line)
            flat = array_of([item for row in rows for item in row], "array", line, numpy=True)
            array = flat._replace(rows=len(rows), width=len(rows[0]), mask=None, values=None, na=flat.na if flat.na != "some" else UNSURE)
        else:
            array = array_of(listing.items, "array", line, numpy=True)
            array = array if listing.exact else array._replace(rows=MANY if listing.items else None, mask=None, values=None)
        if arguments.has("dtype", 1):
            array = cast(array, no_text(dtype_of(arguments.get("dtype", 1), world)))
        return array

    def make_sized(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`numpy.zeros(shape)` and its kin."""
        line, shape = getattr(node, "lineno", 0), arguments.get("shape", 0)
        sizes = list(found.items) if (found := world.listing(shape)) is not None else [shape]
        counts = [_count(size) for size in sizes]
        if not 1 <= len(counts) <= 2:
            return Array("array", line=line)
        dtype, na = "float64", "none"
        place = 2 if name == "numpy.full" else 1
        if name == "numpy.full":
            value = arguments.get("fill_value", 1)
            if not isinstance(value, Scalar):
                return Array("array", line=line)
            dtype, na = scalar_dtype(value), "all" if is_na(value) else "none"
        if arguments.has("dtype", place):
            dtype = no_text(dtype_of(arguments.get("dtype", place), world))
        width = None if len(counts) == 1 else counts[1] if counts[1] is not None else -1
        return Array("array", dtype, counts[0], na if dtype != UNSURE else UNSURE, width=width, line=line, row_labels=_range(counts[0]))

    def make_times(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.to_datetime`, `to_timedelta`, `to_numeric`: of a scalar a scalar, of a list an index, of a Series a Series."""
        line, data = getattr(node, "lineno", 0), arguments.get("arg", 0)
        dtype = {"pandas.to_datetime": "datetime64[ns]", "pandas.to_timedelta": "timedelta64[ns]"}.get(name, UNSURE)
        zone = arguments.get("utc")
        if isinstance(zone, Scalar) and zone.const is True:
            dtype = "datetime64[ns, UTC]"
        elif "utc" in arguments.named and not isinstance(zone, Scalar):
            dtype = UNSURE
        if isinstance(data, Scalar):
            missing = is_na(data)
            if zone_of([data.const]) and dtype == "datetime64[ns]":
                dtype = "datetime64[ns, UTC]" if zone_of([data.const]) == "UTC" else UNSURE
            if missing:
                return data if data.kind == "none" else Scalar("NaT")
            kinds = {"datetime64[ns]": "datetime:ns", "datetime64[ns, UTC]": "datetime UTC:ns", "timedelta64[ns]": "timedelta:ns"}
            return Scalar(kinds.get(dtype, "float" if data.kind == "float" else UNSURE))
        frame = world.frame(data)
        if frame is not None or data is None:
            return Array("series", dtype if data is not None and dtype != UNSURE else UNSURE, line=line)
        array = data if isinstance(data, Array) else None
        if array is None:
            listing = world.listing(data)
            array = self.column_of(listing, line)._replace(form="index") if listing is not None else Array("index", line=line)
        if name == "pandas.to_numeric":
            if array.dtype in NUMBERS or array.dtype in MASKED:
                return array._replace(values=None)
            return Array(array.form, rows=array.rows, row_labels=array.row_labels, name=array.name)
        named = zone_of(array.values or ())
        if named and dtype == "datetime64[ns]":
            dtype = "datetime64[ns, UTC]" if named == "UTC" else UNSURE
        if array.dtype.startswith(dtype.partition("[")[0]) and "utc" not in arguments.named:
            return array._replace(values=None)
        coerced = label(arguments.get("errors")) == "coerce"
        if array.dtype == OBJECT and array.na != "all" and (coerced or not only_full_texts(array)):
            array = array._replace(na=UNSURE, mask=None)
        return array._replace(dtype=dtype, values=None)

    def make_range(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.date_range`, `timedelta_range`, `RangeIndex`, `numpy.arange`, `linspace`."""
        line = getattr(node, "lineno", 0)
        periods = arguments.get("periods", 2)
        rows: int | None = _count(periods) if periods is not None else MANY
        dtype = {
            "pandas.date_range": "datetime64[ns]",
            "pandas.bdate_range": "datetime64[ns]",
            "pandas.timedelta_range": "timedelta64[ns]",
        }.get(name)
        if dtype is not None:
            zone = arguments.get("tz", 4)
            if "tz" in arguments.named:
                dtype = "datetime64[ns, UTC]" if label(zone) == "UTC" else UNSURE
            return Array("index", dtype, rows if rows is not None else MANY, "none", line=line, row_labels=_range(rows))
        if name == "numpy.linspace":
            rows = _count(arguments.get("num", 2)) if arguments.has("num", 2) else 50
            return Array("array", "float64", rows if rows is not None else MANY, "none", line=line, row_labels=_range(rows))
        kinds = {value.kind for value in arguments.given if isinstance(value, Scalar)}
        rows = _count(arguments.given[0]) if len(arguments.given) == 1 else None
        dtype = (
            "float64"
            if "float" in kinds
            else "int64"
            if kinds == {"int"} and len(arguments.given) == sum(isinstance(value, Scalar) for value in arguments.given)
            else UNSURE
        )
        return Array("array" if name.startswith("numpy") else "index", dtype, rows, "none", line=line, row_labels=_range(rows))

    def make_categorical(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.Categorical(values, categories)`."""
        listing = world.listing(arguments.get("values", 0))
        if listing is None or arguments.has("categories", 1) or arguments.has("ordered", 2) or "dtype" in arguments.named:
            return Array(
                "array", "category[?|?]" if listing is None else self._listed_categories(arguments, world), line=getattr(node, "lineno", 0)
            )
        array = array_of(listing.items, "array", getattr(node, "lineno", 0))
        return array._replace(dtype=as_category(array), values=None)

    def _listed_categories(self, arguments: Arguments, world: World) -> str:
        listing = world.listing(arguments.get("categories", 1))
        found = labels(arguments.get("categories", 1), world)
        if listing is None or found is None:
            return "category[?|?]"
        return f"category[{of_items(listing.items)[0]}|{', '.join(map(repr, found))}]"


def is_none(value: Value) -> bool:
    return isinstance(value, Scalar) and value.kind == "none"


def no_text(dtype: str) -> str:
    return OBJECT if dtype == "text" else dtype


def _count(value: Value) -> int | None:
    if isinstance(value, Scalar) and isinstance(value.const, int) and value.const >= 0:
        return value.const
    return None


def _range(rows: int | None) -> Any:
    return ("range", rows) if rows is not None and rows >= 0 else None
