"""Frames made of frames: fewer rows, other columns, the same columns with less known of them."""

from __future__ import annotations

from typing import Any

from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    LONGEST_MASK,
    MANY,
    UNSET,
    Array,
    Column,
    Frame,
    Row,
    Scalar,
    Value,
    alone,
    block_of,
    column_is_na,
    same_label,
    summary,
)
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE, common, holds_na
from flake8_pitfalls.facts.frames.infer import (
    array_of,
    cast,
    is_na,
    item_of,
)


def row_of(frame: Frame, promoted: bool, line: int = 0) -> Value:
    """A row of a frame, nobody knows which; `promoted`: as a Series, in which numbers of several dtypes become one."""
    if frame.is_open or not frame.columns:
        return None
    dtypes = [column.dtype for _, column in frame.columns]
    dtype = common(dtypes) if UNSURE not in dtypes else UNSURE
    items: list[tuple[Any, Value]] = []
    for name, column in frame.columns:
        value = (
            item_of(Array("series", column.dtype, frame.rows, column.na, values=column.values)) if column.na in ("none", "all") else None
        )
        if promoted and dtype == "float64" and isinstance(value, Scalar) and value.kind == "int":
            value = Scalar("float")
        items.append((name, value))
    return Row(tuple(items), dtype if promoted else UNSURE, line)


def fewer(frame: Frame) -> Frame:
    """The frame with some of its rows, nobody knows which."""
    if frame.rows == 0:
        return frame
    columns = tuple(
        (name, column._replace(mask=None, values=None, na=UNSURE if column.na == "some" else column.na)) for name, column in frame.columns
    )
    return frame._replace(columns=columns, rows=None, row_labels=None)


def sliced(frame: Frame, rows: slice, line: int) -> Frame:
    """The frame with a slice of its rows."""
    if frame.rows is not None and frame.rows >= 0:
        return taken(frame, range(frame.rows)[rows], line)
    if rows.step in (None, 1) and rows.stop == 0 and (rows.start or 0) >= 0:
        return taken(frame, (), line)
    if frame.rows == MANY and rows == slice(None, rows.stop) and rows.stop is not None and rows.stop > 0:
        return fewer(frame)._replace(rows=MANY, line=line)
    return fewer(frame)._replace(line=line)


def taken(frame: Frame, rows: Any, line: int) -> Frame:
    """The frame with these of its rows."""
    rows = list(rows)
    columns = []
    for name, column in frame.columns:
        mask = tuple(column.mask[n] for n in rows) if column.mask is not None else None
        na = summary(mask) if mask else column.na if column.na != "some" else UNSURE
        values = tuple(column.values[n] for n in rows) if column.values is not None else None
        columns.append((name, column._replace(mask=mask, na=na, values=values)))
    whole = frame.rows is not None and rows == list(range(frame.rows))
    return frame._replace(columns=tuple(columns), rows=len(rows), row_labels=frame.row_labels if whole else ("made", line, 5), line=line)


def without(frame: Frame, gone: list[Any]) -> Frame:
    return frame._replace(columns=tuple(pair for pair in frame.columns if not any(same_label(pair[0], name) for name in gone)))


def consolidated(frame: Frame) -> Frame:
    """A copy: pandas puts the columns of one dtype together."""
    return frame._replace(columns=tuple((name, column._replace(block=block_of(column.dtype, name))) for name, column in frame.columns))


def unsure_columns(frame: Frame, keep_full: bool = False) -> Frame:
    """The frame with the same labels and nothing known of what is below them."""
    columns = tuple((name, column if keep_full and column.na == "none" else Column(line=column.line)) for name, column in frame.columns)
    return frame._replace(columns=columns)


def flags(frame: Frame, of_na: bool) -> Frame:
    """What `isna()` and `notna()` give: bools, which say of each item whether it is NA."""
    return frame._replace(
        columns=tuple((name, Column("bool", "none", None, "=bool", column.line)) for name, column in frame.columns), dropped=()
    )


def series_of(frame: Frame, name: Any) -> Value:
    """A column as a Series."""
    column = frame.column(name) if name is not UNSET else None
    if column is None:
        return Array("series", UNSURE, frame.rows, name=name, row_labels=frame.row_labels)
    return Array("series", column.dtype, frame.rows, column.na, column.mask, name, frame.row_labels, line=column.line, values=column.values)


def _only_texts(column: Column) -> bool:
    """Whether its objects that are not NA are known to be texts."""
    return (
        bool(column.values)
        and any(isinstance(value, str) for value in column.values or ())
        and all(value is None or isinstance(value, (str, float)) for value in column.values or ())
    )


def only_none(column: Column) -> bool:
    """Whether it is known to hold nothing but None, which stays as it is where other objects are looked at again."""
    return bool(column.values) and all(value is None for value in column.values or ())


def column_goes(column: Column, rows: int | None, how: Any, thresh: Any) -> bool | None:
    """Whether `dropna(axis=1)` drops a column; None where not known."""
    if thresh is not None:
        if column.mask is not None:
            return bool(column.mask.count(False) < thresh)
        return rows == 0 if rows == 0 or thresh != 1 else column_is_na(column, rows)
    if rows == 0:
        return bool(how == "all")
    if how == "all":
        return None if rows is None and column.na != "all" else {"all": True, "some": False, "none": False}.get(column.na)
    if rows is None:
        return False if column.na == "none" else None
    return {"all": True, "some": True, "none": False}.get(column.na)


def dropna_rows(frame: Frame, chosen: list[Any], how: Any, thresh: Any) -> Frame:
    columns = [frame.column(name) for name in chosen]
    if frame.rows == 0 or (columns and all(column is not None and column.na == "none" for column in columns)):
        return frame
    if any(column is None or column.mask is None for column in columns) or frame.rows is None or frame.rows < 0:
        if how == "any" and thresh is None and any(column is not None and column.na == "all" for column in columns):
            return taken(frame, (), frame.line)
        return fewer(frame)
    masks = [column.mask for column in columns if column is not None and column.mask is not None]
    kept = []
    for n in range(frame.rows):
        nas = [mask[n] for mask in masks]
        goes = nas.count(False) < thresh if thresh is not None else all(nas) if how == "all" else any(nas)
        if not goes:
            kept.append(n)
    return taken(frame, kept, frame.line)


def cast_column(column: Column, dtype: str, name: Any, rows: int | None) -> Column:
    array = cast(Array("series", column.dtype, rows, column.na, column.mask, values=column.values), dtype)
    return column._replace(
        values=array.values,
        dtype=array.dtype,
        na=array.na,
        mask=array.mask,
        block=column.block if column.dtype == array.dtype else alone(name),
    )


def filled_column(column: Column, filler: Value) -> Column:
    """A column after `fillna` with a scalar."""
    if column.dtype == OBJECT and column.na != "all" and not _only_texts(column):
        return Column(line=column.line)  # pandas 2 looks at the objects again
    if column.na == "none":
        return column
    column = column._replace(values=None)
    mask = (False,) * len(column.mask) if column.mask is not None else None
    if is_na(filler) is not False:  # objects that are all None become floats
        return Column(line=column.line) if is_na(filler) is None or column.dtype == OBJECT else column
    found = array_of([filler], "list", 0).dtype
    if column.dtype == "float64" and found in ("int64", "float64"):
        return column._replace(na="none", mask=mask)
    if column.dtype == OBJECT and column.na == "all" and found != UNSURE:
        return column._replace(
            dtype=found if found in ("int64", "float64", "bool", "datetime64[ns]") else OBJECT, na="none", mask=mask, block=None
        )
    if column.dtype == OBJECT:
        return column._replace(dtype=UNSURE if found != OBJECT else OBJECT, na="none", mask=mask, block=None)
    if column.dtype == found:
        return column._replace(na="none", mask=mask)
    return Column(line=column.line, na=UNSURE if column.dtype == UNSURE or column.dtype[:4] in ("date", "time") else "none")


def turned(row: Row) -> Frame:
    """A Series as a frame of one row: all columns are of its dtype, and in one block."""
    columns = []
    for name, value in row.items:
        na = is_na(value)
        mask = (na,) if na is not None else None
        columns.append(
            (name, Column(row.dtype, UNSURE if na is None else "all" if na else "none", mask, block_of(row.dtype, name), row.line))
        )
    return Frame(tuple(columns), 1, False, ("made", row.line, 8), row.line)


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
    columns = tuple(
        (name, Column(column.dtype if holds_na(column.dtype) else UNSURE, UNSURE, None, column.block, column.line))
        for name, column in frame.columns
    )
    return frame._replace(columns=columns, rows=None, row_labels=None)


def loosened(frame: Frame, line: int) -> Frame:
    """The frame with one row or more like those that are known."""
    columns = tuple((name, column._replace(mask=None, values=None)) for name, column in frame.columns)
    return frame._replace(columns=columns, rows=MANY, row_labels=("made", line, 3))


def reindexed(frame: Frame, columns: list[Any], line: int) -> Frame:
    """The frame with these columns: those that it lacks are float NaN."""
    mask = (True,) * frame.rows if frame.rows is not None and 0 <= frame.rows <= LONGEST_MASK else None
    lacking = Column("float64", "all", mask, "=lacking", line)
    found = tuple((name, frame.column(name) or (lacking if not frame.is_open else Column(line=line))) for name in columns)
    return frame._replace(columns=found, is_open=False, line=line)
