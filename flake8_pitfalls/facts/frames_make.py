"""Frames and arrays as pandas and numpy make them: `DataFrame(…)`, `Series(…)`, `to_datetime`, `np.zeros` and their kin.

What each form gives was measured on pandas 2.1.4, 2.2.3 and 2.3.3.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from flake8_pitfalls.facts.frames_base import Arguments, Base, Infeasible
from flake8_pitfalls.facts.frames_domain import (
    ANY_FRAME,
    LONGEST_MASK,
    MANY,
    UNSET,
    Array,
    Column,
    Dict,
    Frame,
    Instance,
    List,
    Row,
    Scalar,
    Value,
    World,
    block_of,
    same_label,
)
from flake8_pitfalls.facts.frames_dtypes import OBJECT, UNSURE, holding_na, holds_na
from flake8_pitfalls.facts.frames_infer import (
    array_of,
    as_category,
    cast,
    dtype_of,
    frame_from,
    is_na,
    label,
    labels,
    of_items,
    only_full_texts,
    scalar_dtype,
    some_na,
    zone_of,
)
from flake8_pitfalls.knowledge.dtypes import MASKED, NUMBERS

SIZED = ("numpy.zeros", "numpy.ones", "numpy.empty", "numpy.full")


class Making(Base):
    """Constructors. Each returns a value; frames are put into the world's heap."""

    def make_frame(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.DataFrame(data, index, columns, dtype)`."""
        line = getattr(node, "lineno", 0)
        if not arguments.sure:
            return world.new(ANY_FRAME._replace(line=line))
        given_columns, given_index = arguments.get("columns", 2), arguments.get("index", 1)
        columns = labels(given_columns, world) if arguments.has("columns", 2) else None
        unknown_columns = arguments.has("columns", 2) and columns is None and not _is_none(given_columns)
        if columns is not None and len(columns) != len({repr(one) for one in columns}):
            unknown_columns = True
        if unknown_columns:
            return world.new(Frame(is_open=True, rows=None, line=line))
        index = self.index_of(given_index, world) if arguments.has("index", 1) and not _is_none(given_index) else None
        data = arguments.get("data", 0, Scalar("none", None))
        if isinstance(data, Row) and columns is None and index is None and not data.turned:
            return data._replace(turned=True)
        frame = self._frame(data, columns, index, line, world)
        if arguments.has("dtype", 3) and not _is_none(arguments.get("dtype", 3)):
            frame = self._typed(frame, dtype_of(arguments.get("dtype", 3), world), line)
        return world.new(frame)

    def index_of(self, value: Value, world: World) -> Array:
        """The row labels that `index=` gives."""
        if isinstance(value, Array):
            return value
        listing = world.listing(value)
        if listing is None or listing.strange:
            return Array("index")
        return Array("index", rows=len(listing.items) if listing.exact else MANY if listing.items else None)

    def _frame(self, data: Value, columns: list[Any] | None, index: Array | None, line: int, world: World) -> Frame:
        if _is_none(data):
            return self._without_data(columns, index, line)
        thing = world.thing(data)
        if isinstance(thing, Frame):
            frame = thing if columns is None else reindexed(thing, columns, line)
            return (frame if index is None else unaligned(frame))._replace(line=line)
        if isinstance(thing, Dict):
            return self._of_dict(thing, columns, index, line, world)
        if isinstance(data, Array):
            return self._of_array(data, columns, index, line)
        if isinstance(data, Row):
            return ANY_FRAME._replace(line=line)
        listing = world.listing(data)
        if listing is not None:
            return self._of_list(listing, columns, index, line, world)
        if isinstance(data, Scalar) and index is not None and columns is not None:
            filled = self.filled(data, index.rows, line)
            return frame_from([(name, filled) for name in columns], index.rows, line, index=index.index)
        return unknown_columns(columns, line)

    def _without_data(self, columns: list[Any] | None, index: Array | None, line: int) -> Frame:
        rows = 0 if index is None else index.rows
        name = index.index if index is not None else None
        if rows is not None and 0 <= rows <= LONGEST_MASK:
            column = Array("series", OBJECT, rows, "all", (True,) * rows, line=line)
        else:
            column = Array("series", OBJECT, rows, "all", line=line)
        return frame_from([(label, column) for label in columns or ()], rows, line, index=name)

    def _typed(self, frame: Frame, dtype: str, line: int) -> Frame:
        """`dtype=` for all columns at once."""
        if dtype == UNSURE:
            return frame._replace(columns=tuple((name, Column(line=line)) for name, _ in frame.columns))
        dtype = OBJECT if dtype == "text" else dtype
        if not holds_na(dtype) and frame.rows != 0 and any(column.na != "none" for _, column in frame.columns):
            return frame._replace(columns=tuple((name, Column(line=line)) for name, _ in frame.columns))
        return frame._replace(columns=tuple((name, column._replace(dtype=dtype, block=block_of(dtype, name))) for name, column in frame.columns))

    # From what the data is

    def _of_dict(self, data: Dict, columns: list[Any] | None, index: Array | None, line: int, world: World) -> Frame:
        if data.strange or data.more:
            return self._of_part_of_dict(data, columns, line, world)
        if not data.items:
            return self._without_data(columns, index, line)
        chosen = [(key, value) for key, value in data.items if columns is None or any(same_label(key, name) for name in columns)]
        arrays = [(key, self.series(value, line, world)) for key, value in chosen]
        rows, name = self._rows([array for _, array in arrays], index)
        if rows == UNSET:
            if not chosen:
                return self._without_data(columns, index, line)
            raise Infeasible  # scalars alone need an index
        found = [(key, self._aligned(array, rows, name, world)) for key, array in arrays]
        if columns is not None:
            lacking = Array("series", OBJECT, rows, "all", line=line, mask=(True,) * rows if rows is not None and 0 <= rows <= LONGEST_MASK else None)
            found = [(name, next((array for key, array in found if same_label(key, name)), lacking)) for name in columns]
        return frame_from(found, rows, line, index=name)

    def _of_part_of_dict(self, data: Dict, columns: list[Any] | None, line: int, world: World) -> Frame:
        """A dict that may have more keys than are known: its known ones, of unknown length."""
        arrays = [(key, self.series(value, line, world)) for key, value in data.items]
        rows = next((array.rows for _, array in arrays if array.width != 0), None)
        frame = frame_from([(key, array._replace(mask=None, values=None)) for key, array in arrays], rows, line, index=("made", line, 0))
        if columns is None:
            return frame._replace(is_open=True)
        return Frame(tuple((name, frame.column(name) or Column(line=line)) for name in columns), rows, False, ("made", line, 0), line)

    def _rows(self, arrays: Sequence[Array], index: Array | None) -> tuple[Any, Any]:
        """How many rows these columns make, and their index; UNSET where all are scalars (`width` 0) and no index is given."""
        if index is not None:
            return index.rows, index.index
        long = [array for array in arrays if array.width != 0]
        if not long:
            return UNSET, None
        found = {array.rows for array in long}
        if any(array.form == "series" and array.index is None for array in long) and len(long) > 1:
            return (None, None) if found != {0} else (0, ("range", 0))
        rows = found.pop() if len(found) == 1 else None
        series = [array.index for array in long if array.form in ("series", "index")]
        if len(set(series)) > 1:
            return None, None
        if rows is None:
            known = {array.rows for array in long if array.rows is not None}
            rows = MANY if known and 0 not in known else None
        return rows, series[0] if series else ("range", rows) if rows is not None and rows >= 0 else ("made", long[0].line, 1)

    def _aligned(self, array: Array, rows: int | None, index: Any, world: World) -> Array:
        if array.width == 0:
            return spread(array, rows)
        if array.form == "series" and array.index != index:
            return array._replace(dtype=array.dtype if holds_na(array.dtype) else UNSURE, na=UNSURE, mask=None)
        return array

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
            return array._replace(rows=MANY, na=array.na if array.na != "all" else "all", mask=None, values=None, index=("made", line, 2))
        return array

    def filled(self, value: Scalar, rows: int | None, line: int) -> Array:
        """An array that holds one scalar all over."""
        na = is_na(value)
        array = Array("series", scalar_dtype(value), rows, UNSURE if na is None else "all" if na else "none", line=line)
        return array._replace(mask=(bool(na),) * rows) if na is not None and rows is not None and 0 <= rows <= LONGEST_MASK else array

    def _of_array(self, data: Array, columns: list[Any] | None, index: Array | None, line: int) -> Frame:
        name = index.index if index is not None else data.index
        if data.width is None:
            own = data.name if data.name is not UNSET and data.name is not None else 0
            if columns is not None and data.form == "series" and data.name is not UNSET and data.name is not None:
                return unknown_columns(columns, line)
            return frame_from([((columns or [own])[0], data._replace(line=line))], data.rows, line, index=name)
        names = columns if columns is not None else list(range(data.width)) if data.width >= 0 else None
        if names is None:
            return ANY_FRAME._replace(line=line)
        array = data._replace(form="series", width=None, mask=None)
        return frame_from([(one, array) for one in names], data.rows, line, index=name)

    def _of_list(self, data: List, columns: list[Any] | None, index: Array | None, line: int, world: World) -> Frame:
        if data.strange:
            return unknown_columns(columns, line)
        if not data.items:
            return self._without_data(columns, index, line) if data.exact else unknown_columns(columns, line)
        things = [world.thing(item) for item in data.items]
        if all(isinstance(item, Row) and item.dtype != UNSURE for item in data.items):
            frame = self._of_series([item for item in data.items if isinstance(item, Row)], columns, line)
        elif all(isinstance(thing, Dict) for thing in things):
            frame = self._of_dicts([thing for thing in things if isinstance(thing, Dict)], columns, line)
        elif all(isinstance(item, Scalar) for item in data.items):
            frame = frame_from([((columns or [0])[0], array_of(data.items, "list", line))], len(data.items), line)
        else:
            rows = [world.listing(item) for item in data.items]
            frame = self._of_rows(rows, columns, line)
        if not data.exact:
            frame = loosened(frame, line)
        return frame if index is None else frame._replace(index=index.index)

    def _of_dicts(self, rows: Sequence[Dict], columns: list[Any] | None, line: int) -> Frame:
        if any(row.strange or row.more for row in rows):
            known = columns if columns is not None else []
            return Frame(tuple((name, Column(line=line)) for name in known), len(rows), columns is None, ("range", len(rows)), line)
        names = columns if columns is not None else list(dict.fromkeys(key for row in rows for key, _ in row.items))
        missing = (Scalar("nan"),)
        return frame_from(
            [(name, array_of([(row.get(name) or missing)[0] for row in rows], "list", line)) for name in names], len(rows), line
        )

    def _of_series(self, rows: Sequence[Row], columns: list[Any] | None, line: int) -> Frame:
        """A list of Series: each a row; where they are objects, the columns are looked at as those of dicts are."""
        frame = self._of_dicts([Dict(row.items) for row in rows], columns, line)._replace(index=None)
        dtypes = {row.dtype for row in rows}
        if dtypes == {OBJECT}:
            return frame
        dtype = dtypes.pop() if len(dtypes) == 1 and columns is None and dtypes <= NUMBERS.keys() else UNSURE
        return frame._replace(columns=tuple((name, column._replace(dtype=dtype, block=block_of(dtype, name))) for name, column in frame.columns))

    def _of_rows(self, rows: Sequence[List | None], columns: list[Any] | None, line: int) -> Frame:
        """A list of lists or tuples, row by row."""
        if any(row is None or not row.exact or row.strange for row in rows):
            frame = unknown_columns(columns, line)
            return frame._replace(rows=len(rows), index=("range", len(rows)))
        lists = [row.items for row in rows if row is not None]
        width = max(map(len, lists))
        if columns is not None and len(columns) != width:
            return unknown_columns(columns, line)
        names = columns if columns is not None else list(range(width))
        missing = Scalar("none", None)
        return frame_from(
            [(name, array_of([row[n] if n < len(row) else missing for row in lists], "list", line)) for n, name in enumerate(names)],
            len(rows),
            line,
        )

    # Other makers

    def make_series(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.Series(data, index, dtype, name)`, also `pandas.Index` and `pandas.array`."""
        line = getattr(node, "lineno", 0)
        data = arguments.get("data", 0)
        index = arguments.get("index", 1)
        array = Array("series", line=line)
        if not arguments.sure:
            return array
        if not arguments.has("data", 0) or _is_none(data):
            has_index = arguments.has("index", 1) and not _is_none(index)
            rows = self.index_of(index, world).rows if has_index else 0
            array = Array("series", OBJECT, rows, "all", index=("range", rows) if rows == 0 else None, line=line)
        elif isinstance(data, Array):
            array = data._replace(form="series", line=line, width=None)
        elif isinstance(data, Scalar):
            has_index = arguments.has("index", 1)
            array = self.filled(data, self.index_of(index, world).rows if has_index else 1, line)
            array = array if has_index else array._replace(index=("range", 1))
        elif (listing := world.listing(data)) is not None:
            array = self.column_of(listing, line)._replace(form="series")
            array = array._replace(dtype=OBJECT) if not listing.items and listing.exact else array
        elif isinstance(thing := world.thing(data), Dict) and not thing.strange and not thing.more:
            array = array_of([value for _, value in thing.items], "series", line)._replace(index=None)
            if thing.items and set(arguments.named) <= {"data", "name"} and len(arguments.given) < 2:
                return Row(thing.items, array.dtype, line)
        if arguments.has("index", 1) and not _is_none(index):
            names, listing = labels(index, world), world.listing(data)
            if names is not None and listing is not None and listing.exact and len(names) == len(listing.items) > 0 and "dtype" not in arguments.named:
                return Row(tuple(zip(names, listing.items, strict=True)), array.dtype, line)
            given = self.index_of(index, world)
            array = array._replace(index=given.index)
        if arguments.has("dtype", 2) and not _is_none(arguments.get("dtype", 2)):
            array = cast(array, _no_text(dtype_of(arguments.get("dtype", 2), world)))
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
            array = cast(array, _no_text(dtype_of(arguments.get("dtype", 1), world)))
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
            dtype = _no_text(dtype_of(arguments.get("dtype", place), world))
        width = None if len(counts) == 1 else counts[1] if counts[1] is not None else -1
        return Array("array", dtype, counts[0], na if dtype != UNSURE else UNSURE, width=width, line=line, index=_range(counts[0]))

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
            plain = array.dtype if array.dtype in NUMBERS or array.dtype in MASKED else UNSURE
            return array._replace(dtype=plain, values=None) if plain != UNSURE else Array(array.form, rows=array.rows, index=array.index, name=array.name)
        zone = zone_of(array.values or ())
        if zone and dtype == "datetime64[ns]":
            dtype = "datetime64[ns, UTC]" if zone == "UTC" else UNSURE
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
        dtype = {"pandas.date_range": "datetime64[ns]", "pandas.bdate_range": "datetime64[ns]", "pandas.timedelta_range": "timedelta64[ns]"}.get(name)
        if dtype is not None:
            zone = arguments.get("tz", 4)
            if "tz" in arguments.named:
                dtype = "datetime64[ns, UTC]" if label(zone) == "UTC" else UNSURE
            return Array("index", dtype, rows if rows is not None else MANY, "none", line=line, index=_range(rows))
        if name == "numpy.linspace":
            rows = _count(arguments.get("num", 2)) if arguments.has("num", 2) else 50
            return Array("array", "float64", rows if rows is not None else MANY, "none", line=line, index=_range(rows))
        kinds = {value.kind for value in arguments.given if isinstance(value, Scalar)}
        rows = _count(arguments.given[0]) if len(arguments.given) == 1 else None
        dtype = "float64" if "float" in kinds else "int64" if kinds == {"int"} and len(arguments.given) == sum(
            isinstance(value, Scalar) for value in arguments.given
        ) else UNSURE
        return Array("array" if name.startswith("numpy") else "index", dtype, rows, "none", line=line, index=_range(rows))

    def make_categorical(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.Categorical(values, categories)`."""
        listing = world.listing(arguments.get("values", 0))
        if listing is None or arguments.has("categories", 1) or arguments.has("ordered", 2) or "dtype" in arguments.named:
            return Array("array", "category[?|?]" if listing is None else self._listed_categories(arguments, world), line=getattr(node, "lineno", 0))
        array = array_of(listing.items, "array", getattr(node, "lineno", 0))
        return array._replace(dtype=as_category(array), values=None)

    def _listed_categories(self, arguments: Arguments, world: World) -> str:
        listing = world.listing(arguments.get("categories", 1))
        found = labels(arguments.get("categories", 1), world)
        if listing is None or found is None:
            return "category[?|?]"
        return f"category[{of_items(listing.items)[0]}|{', '.join(map(repr, found))}]"


def turned(row: Row) -> Frame:
    """A Series as a frame of one row: all columns are of its dtype, and in one block."""
    columns = []
    for name, value in row.items:
        na = is_na(value)
        mask = (na,) if na is not None else None
        columns.append((name, Column(row.dtype, UNSURE if na is None else "all" if na else "none", mask, block_of(row.dtype, name), row.line)))
    return Frame(tuple(columns), 1, False, ("made", row.line, 8), row.line)


def _is_none(value: Value) -> bool:
    return isinstance(value, Scalar) and value.kind == "none"


def _no_text(dtype: str) -> str:
    return OBJECT if dtype == "text" else dtype


def _count(value: Value) -> int | None:
    if isinstance(value, Scalar) and isinstance(value.const, int) and value.const >= 0:
        return value.const
    return None


def _range(rows: int | None) -> Any:
    return ("range", rows) if rows is not None and rows >= 0 else None


def spread(array: Array, rows: int | None) -> Array:
    """A scalar as a column of so many rows."""
    mask = (array.na == "all",) * rows if rows is not None and 0 <= rows <= LONGEST_MASK and array.na in ("all", "none") else None
    return array._replace(rows=rows, width=None, mask=mask)


def unknown_columns(columns: list[Any] | None, line: int) -> Frame:
    """A frame of which only the labels are known, or nothing."""
    if columns is None:
        return ANY_FRAME._replace(line=line)
    return Frame(tuple((name, Column(line=line)) for name in columns), None, False, None, line)


def unaligned(frame: Frame) -> Frame:
    """The frame with an index of its own: rows may have come or gone."""
    columns = tuple((name, Column(column.dtype if holds_na(column.dtype) else UNSURE, UNSURE, None, column.block, column.line)) for name, column in frame.columns)
    return frame._replace(columns=columns, rows=None, index=None)


def loosened(frame: Frame, line: int) -> Frame:
    """The frame with one row or more like those that are known."""
    columns = tuple((name, column._replace(mask=None, values=None)) for name, column in frame.columns)
    return frame._replace(columns=columns, rows=MANY, index=("made", line, 3))


def reindexed(frame: Frame, columns: list[Any], line: int) -> Frame:
    """The frame with these columns: those that it lacks are float NaN."""
    mask = (True,) * frame.rows if frame.rows is not None and 0 <= frame.rows <= LONGEST_MASK else None
    lacking = Column("float64", "all", mask, "=lacking", line)
    found = tuple((name, frame.column(name) or (lacking if not frame.is_open else Column(line=line))) for name in columns)
    return frame._replace(columns=found, is_open=False, line=line)


__all__ = ["Making", "holding_na", "loosened", "reindexed", "some_na", "spread", "unaligned", "unknown_columns"]
