"""Frames and arrays as pandas and numpy make them: `DataFrame(…)`, `Series(…)`, `to_datetime`, `np.zeros` and their kin.

What each form gives was measured on pandas 2.1.4, 2.2.3 and 2.3.3.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    LONGEST_MASK,
    MANY,
    UNSET,
    Array,
    Column,
    Dict,
    Frame,
    List,
    Row,
    Scalar,
    Value,
    World,
    block_of,
    same_label,
)
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE, holds_na
from flake8_pitfalls.facts.frames.infer import (
    array_of,
    dtype_of,
    frame_from,
    labels,
)
from flake8_pitfalls.facts.frames.make_arrays import MakingArrays, is_none
from flake8_pitfalls.facts.frames.rows import (
    loosened,
    reindexed,
    spread,
    unaligned,
    unknown_columns,
)
from flake8_pitfalls.knowledge.dtypes import NUMBERS


class Making(MakingArrays):
    """Constructors. Each returns a value; frames are put into the world's heap."""

    def make_frame(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.DataFrame(data, index, columns, dtype)`."""
        line = getattr(node, "lineno", 0)
        if not arguments.sure:
            return world.new(ANY_FRAME._replace(line=line))
        given_columns, given_index = arguments.get("columns", 2), arguments.get("index", 1)
        columns = labels(given_columns, world) if arguments.has("columns", 2) else None
        unknown_columns = arguments.has("columns", 2) and columns is None and not is_none(given_columns)
        if columns is not None and len(columns) != len({repr(one) for one in columns}):
            unknown_columns = True
        if unknown_columns:
            return world.new(Frame(is_open=True, rows=None, line=line))
        index = self.index_of(given_index, world) if arguments.has("index", 1) and not is_none(given_index) else None
        data = arguments.get("data", 0, Scalar("none", None))
        if isinstance(data, Row) and columns is None and index is None and not data.turned:
            return data._replace(turned=True)
        frame = self._frame(data, columns, index, line, world)
        if arguments.has("dtype", 3) and not is_none(arguments.get("dtype", 3)):
            frame = self._typed(frame, dtype_of(arguments.get("dtype", 3), world), line)
        return world.new(frame)

    def _frame(self, data: Value, columns: list[Any] | None, index: Array | None, line: int, world: World) -> Frame:
        if is_none(data):
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
            return frame_from([(name, filled) for name in columns], index.rows, line, row_labels=index.row_labels)
        return unknown_columns(columns, line)

    def _without_data(self, columns: list[Any] | None, index: Array | None, line: int) -> Frame:
        rows = 0 if index is None else index.rows
        name = index.row_labels if index is not None else None
        if rows is not None and 0 <= rows <= LONGEST_MASK:
            column = Array("series", OBJECT, rows, "all", (True,) * rows, line=line)
        else:
            column = Array("series", OBJECT, rows, "all", line=line)
        return frame_from([(label, column) for label in columns or ()], rows, line, row_labels=name)

    def _typed(self, frame: Frame, dtype: str, line: int) -> Frame:
        """`dtype=` for all columns at once."""
        if dtype == UNSURE:
            return frame._replace(columns=tuple((name, Column(line=line)) for name, _ in frame.columns))
        dtype = OBJECT if dtype == "text" else dtype
        if not holds_na(dtype) and frame.rows != 0 and any(column.na != "none" for _, column in frame.columns):
            return frame._replace(columns=tuple((name, Column(line=line)) for name, _ in frame.columns))
        return frame._replace(
            columns=tuple((name, column._replace(dtype=dtype, block=block_of(dtype, name))) for name, column in frame.columns)
        )

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
            if any(isinstance(value, Scalar) and value.kind == "float" and value.const is UNSET for _, value in chosen):
                return Frame(tuple((key, Column(line=line)) for key, _ in chosen), None, False, None, line)  # what is taken for numbers
            raise Infeasible  # scalars alone need an index
        found = [(key, self._aligned(array, rows, name, world)) for key, array in arrays]
        if columns is not None:
            lacking = Array(
                "series", OBJECT, rows, "all", line=line, mask=(True,) * rows if rows is not None and 0 <= rows <= LONGEST_MASK else None
            )
            found = [(name, next((array for key, array in found if same_label(key, name)), lacking)) for name in columns]
        return frame_from(found, rows, line, row_labels=name)

    def _of_part_of_dict(self, data: Dict, columns: list[Any] | None, line: int, world: World) -> Frame:
        """A dict that may have more keys than are known: its known ones, of unknown length."""
        arrays = [(key, self.series(value, line, world)) for key, value in data.items]
        rows = next((array.rows for _, array in arrays if array.width != 0), None)
        frame = frame_from(
            [(key, array._replace(mask=None, values=None)) for key, array in arrays], rows, line, row_labels=("made", line, 0)
        )
        if columns is None:
            return frame._replace(is_open=True)
        return Frame(tuple((name, frame.column(name) or Column(line=line)) for name in columns), rows, False, ("made", line, 0), line)

    def _rows(self, arrays: Sequence[Array], index: Array | None) -> tuple[Any, Any]:
        """How many rows these columns make, and their index; UNSET where all are scalars (`width` 0) and no index is given."""
        if index is not None:
            return index.rows, index.row_labels
        long = [array for array in arrays if array.width != 0]
        if not long:
            return UNSET, None
        found = {array.rows for array in long}
        if any(array.form == "series" and array.row_labels is None for array in long) and len(long) > 1:
            return (None, None) if found != {0} else (0, ("range", 0))
        rows = found.pop() if len(found) == 1 else None
        series = [array.row_labels for array in long if array.form in ("series", "index")]
        if len(set(series)) > 1:
            return None, None
        if rows is None:
            known = {array.rows for array in long if array.rows is not None}
            rows = MANY if known and 0 not in known else None
        return rows, series[0] if series else ("range", rows) if rows is not None and rows >= 0 else ("made", long[0].line, 1)

    def _aligned(self, array: Array, rows: int | None, index: Any, world: World) -> Array:
        if array.width == 0:
            return spread(array, rows)
        if array.form == "series" and array.row_labels != index:
            return array._replace(dtype=array.dtype if holds_na(array.dtype) else UNSURE, na=UNSURE, mask=None)
        return array

    def _of_array(self, data: Array, columns: list[Any] | None, index: Array | None, line: int) -> Frame:
        name = index.row_labels if index is not None else data.row_labels
        if data.width is None:
            own = data.name if data.name is not UNSET and data.name is not None else 0
            if columns is not None and data.form == "series" and data.name is not UNSET and data.name is not None:
                return unknown_columns(columns, line)
            return frame_from([((columns or [own])[0], data._replace(line=line))], data.rows, line, row_labels=name)
        names = columns if columns is not None else list(range(data.width)) if data.width >= 0 else None
        if names is None:
            return ANY_FRAME._replace(line=line)
        array = data._replace(form="series", width=None, mask=None)
        return frame_from([(one, array) for one in names], data.rows, line, row_labels=name)

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
        return frame if index is None else frame._replace(row_labels=index.row_labels)

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
        frame = self._of_dicts([Dict(row.items) for row in rows], columns, line)._replace(row_labels=None)
        dtypes = {row.dtype for row in rows}
        if dtypes == {OBJECT}:
            return frame
        dtype = dtypes.pop() if len(dtypes) == 1 and columns is None and dtypes <= NUMBERS.keys() else UNSURE
        return frame._replace(
            columns=tuple((name, column._replace(dtype=dtype, block=block_of(dtype, name))) for name, column in frame.columns)
        )

    def _of_rows(self, rows: Sequence[List | None], columns: list[Any] | None, line: int) -> Frame:
        """A list of lists or tuples, row by row."""
        if any(row is None or not row.exact or row.strange for row in rows):
            frame = unknown_columns(columns, line)
            return frame._replace(rows=len(rows), row_labels=("range", len(rows)))
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
