"""What the methods and operators of Series, indexes and arrays give, and the setting of a frame's columns."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts.frames.base import Arguments, Base
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    LONGEST_MASK,
    MANY,
    UNSET,
    Array,
    Column,
    Frame,
    Index,
    List,
    Ref,
    Scalar,
    Value,
    World,
    alone,
    summary,
)
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE, holds_na
from flake8_pitfalls.facts.frames.infer import cast, dtype_of, is_na, item_of, label, labels, nullable, scalar_dtype
from flake8_pitfalls.facts.frames.rows import filled_column
from flake8_pitfalls.knowledge.dtypes import NUMBERS

COMPARE: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
SETS: dict[str, Callable[[list[Any], list[Any]], list[Any]]] = {
    "difference": lambda one, other: sorted((item for item in one if item not in other), key=str),
    "intersection": lambda one, other: [item for item in one if item in other],
    "union": lambda one, other: sorted({*one, *other}, key=str),
}
KEEPING = frozenset(
    ("copy", "sort_index", "to_numpy", "rename_axis", "squeeze", "abs", "round", "view", "flatten", "ravel", "to_series", "array")
)
SOME = frozenset(
    ("head", "tail", "sample", "drop_duplicates", "unique", "query", "nlargest", "nsmallest", "drop", "truncate", "iloc", "loc")
)
FLOATS = frozenset(("mean", "std", "var", "median", "quantile", "sem", "skew"))
TEXTS = frozenset(("upper", "lower", "strip", "title", "capitalize", "replace", "zfill", "cat", "slice", "lstrip", "rstrip", "pad"))
DATE_PARTS = frozenset(("year", "month", "day", "hour", "minute", "second", "dayofweek", "weekday", "quarter", "dayofyear"))


class ArrayMethods(Base):
    """Methods of arrays; those that work in place on a column do it by giving nothing that is known."""

    def array_method(self, array: Array, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        if "inplace" in arguments.named and label(arguments.named["inplace"]) is not False:
            return Scalar("none", None)
        if name == "astype":
            return cast(array, dtype_of(arguments.get("dtype", 0), world))._replace(line=line)
        if name in KEEPING:
            return array
        if name in ("reset_index", "to_frame", "rename"):
            return self._reshaped(array, name, arguments, line, world)
        if name == "fillna" and array.rows == 0:
            return array
        if name == "fillna":
            column = filled_column(Column(array.dtype, array.na, array.mask, values=array.values), arguments.get("value", 0))
            return array._replace(dtype=column.dtype, na=column.na, mask=column.mask, values=None)
        if name == "dropna":
            rows = array.mask.count(False) if array.mask is not None else None
            mask = (False,) * rows if rows is not None else None
            return array._replace(rows=rows if array.na != "none" else array.rows, na="none", mask=mask, values=None, row_labels=None)
        if name in ("isna", "isnull", "notna", "notnull"):
            return self.na_flags(array, name.startswith("is"))
        if name in ("tolist", "to_list"):
            return self._listed(array, world)
        if name in SOME:
            return array._replace(
                rows=0 if array.rows == 0 else None, mask=None, values=None, row_labels=None, na=array.na if array.na != "some" else UNSURE
            )
        if name in SETS and array.form == "index" and array.values is not None and arguments.given:
            other = labels(arguments.given[0], world)
            if other is None:
                return Array("index", line=line)
            values = tuple(SETS[name](list(array.values), other))
            return array._replace(values=values, rows=len(values), mask=(False,) * len(values), row_labels=("range", len(values)))
        return self._computed(array, name, arguments)

    def _computed(self, array: Array, name: str, arguments: Arguments) -> Value:
        if name in FLOATS and array.width is None:
            return Scalar("float") if array.dtype in NUMBERS and array.rows != 0 and array.na != "all" else None
        if name in ("sum", "min", "max", "prod") and not arguments.given and array.width is None:
            found = item_of(array) if array.rows != 0 else None
            return found if isinstance(found, Scalar) and found.kind in ("int", "float") else None
        if name in ("any", "all") and array.dtype == "bool" and array.values is not None and array.width is None:
            return Scalar("bool", any(array.values) if name == "any" else all(array.values))
        if name in ("count", "nunique"):
            return Scalar("int", array.mask.count(False)) if name == "count" and array.mask is not None else Scalar("int")
        if name in ("item", "first", "last"):
            return item_of(array)
        if name == "convert_dtypes":
            return array._replace(dtype=nullable(array.dtype), values=None) if not array.dtype.startswith("float") else Array("series")
        return Array("series", UNSURE, array.rows, row_labels=array.row_labels) if array.form == "series" else None

    def _reshaped(self, array: Array, name: str, arguments: Arguments, line: int, world: World) -> Value:
        if name == "rename":
            new = label(arguments.get("index", 0))
            return array._replace(name=new)
        if name == "reset_index":
            if label(arguments.get("drop", 1)) is True:
                return array._replace(row_labels=("range", array.rows) if array.rows is not None and array.rows >= 0 else array.row_labels)
            return world.new(ANY_FRAME._replace(line=line))
        if array.form == "row":
            return world.new(ANY_FRAME._replace(line=line))
        own = label(arguments.get("name", 0)) if arguments.has("name", 0) else array.name if array.name is not None else 0
        if own is UNSET and array.name is UNSET and not arguments.has("name", 0):
            own = 0
        if own is UNSET:
            return world.new(ANY_FRAME._replace(line=line))
        column = Column(array.dtype, array.na, array.mask, alone(own), line)
        return world.new(Frame(((own, column),), array.rows, False, array.row_labels, line))

    def na_flags(self, array: Array, of_na: bool) -> Array:
        """`isna()` or `notna()`, with its answers where they are known."""
        values = tuple(one is of_na for one in array.mask) if array.mask is not None else None
        rows = array.rows
        if values is None and array.na in ("all", "none") and rows is not None and 0 <= rows <= LONGEST_MASK:
            values = ((array.na == "all") is of_na,) * rows
        mask = (False,) * len(values) if values is not None else None
        return array._replace(dtype="bool", na="none", mask=mask, values=values)

    def _listed(self, array: Array, world: World) -> Value:
        from flake8_pitfalls.facts.frames.infer import constant

        if array.values is not None:
            return world.new(List(tuple(map(constant, array.values))))
        if array.rows == 0:
            return world.new(List())
        item = item_of(array) if array.na in ("none", "all") else None
        return world.new(List((item,), False))

    def array_attribute(self, array: Array, name: str, world: World) -> Value:
        """An attribute of an array that is no method; UNSET-like None where not known."""
        if name == "empty":
            return Scalar("bool", array.rows == 0) if array.rows is not None else Scalar("bool")
        if name in ("size", "__len__"):
            return count_of(array.rows)
        if name == "shape":
            return List((count_of(array.rows),), True, "tuple") if array.width is None else None
        if name == "values":
            return array._replace(form="array")
        if name == "dtype":
            return Array("dtype", array.dtype)
        if name == "name":
            return Scalar("str", array.name) if isinstance(array.name, str) else None
        if name == "index":
            return Array("index", UNSURE, array.rows, row_labels=array.row_labels)
        if name == "T":
            return array if array.width is None else Array("array")
        return None

    def accessor(self, array: Array, name: str, arguments: Arguments | None) -> Value:
        """`series.str.upper()` and `series.dt.year`."""
        if name in TEXTS and array.dtype == OBJECT:
            return array._replace(values=None)
        if name in DATE_PARTS and arguments is None:
            return array._replace(dtype="int32" if array.na == "none" else "float64", values=None)
        if name in ("normalize", "floor", "ceil", "round"):
            return array
        if name == "strftime":
            return array._replace(dtype=OBJECT, values=None)
        return array._replace(dtype=UNSURE, na=UNSURE, mask=None, values=None)

    # Operators

    def operate(self, op: ast.operator, left: Value, right: Value) -> Value:
        """An arithmetic operator with an array on one side, or on both."""
        arrays = [value for value in (left, right) if isinstance(value, Array)]
        base = arrays[0]
        if len(arrays) == 2 and arrays[0].row_labels != arrays[1].row_labels:
            return Array("series")
        dtypes = {
            scalar_dtype(value) if isinstance(value, Scalar) else value.dtype if isinstance(value, Array) else UNSURE
            for value in (left, right)
        }
        if any(isinstance(value, Scalar) and is_na(value) is not False for value in (left, right)):
            return Array(base.form, UNSURE, base.rows, row_labels=base.row_labels)
        result = base._replace(values=None, name=base.name if len(arrays) == 1 else UNSET)
        if len(arrays) == 2:
            nas = {array.na for array in arrays}
            result = result._replace(mask=None, na="none" if nas == {"none"} else "all" if "all" in nas else UNSURE)
        if isinstance(op, ast.Div) and dtypes <= {"int64", "float64"}:
            return result._replace(dtype="float64")
        if dtypes <= {"int64", "float64"} and isinstance(op, (ast.Add, ast.Sub, ast.Mult)):
            return result._replace(dtype="float64" if "float64" in dtypes else "int64")
        if dtypes <= {"datetime64[ns]", "timedelta64[ns]"} and len(dtypes) == 2 and isinstance(op, (ast.Add, ast.Sub)):
            return result._replace(dtype="datetime64[ns]")
        if dtypes == {"datetime64[ns]"} and isinstance(op, ast.Sub):
            return result._replace(dtype="timedelta64[ns]")
        if dtypes == {OBJECT} and isinstance(op, ast.Add):
            return result
        return Array(base.form, UNSURE, base.rows, row_labels=base.row_labels, width=base.width)

    def compared(self, left: Value, right: Value, op: ast.cmpop | None = None) -> Value:
        base = left if isinstance(left, Array) else right
        assert isinstance(base, Array)
        array = Array(base.form, "bool", base.rows, "none", row_labels=base.row_labels)
        compare = COMPARE.get(type(op)) if op is not None else None
        if compare is None or not isinstance(left, Array) or left.values is None or not isinstance(right, Scalar) or right.const is UNSET:
            return array
        try:
            found = tuple(value is not None and bool(compare(value, right.const)) for value in left.values)
        except TypeError:
            return array
        return array._replace(values=found, mask=(False,) * len(found))

    # Columns of frames

    def set_column(self, ref: Ref, name: Any, value: Value, line: int, world: World) -> None:
        """`frame[name] = value`."""
        frame = world.frame(ref)
        if frame is None:
            return
        self.restore_one(frame, name)
        if isinstance(value, Scalar):
            world.put(ref, frame.with_column(name, self._of_scalar(value, frame, name, line)))
            return
        array = self.as_array(value, line, world)
        if array is None or array.width is not None:
            world.put(ref, self._opened(frame, array).with_column(name, Column(line=line)))
            return
        if frame.rows == 0 and (frame.columns or not frame.is_open) and array.rows != 0:
            world.put(ref, self._first_rows(frame, name, array, line))
            return
        if frame.rows is None and array.rows != 0:  # it may be empty, and get its rows now
            frame = frame._replace(columns=tuple((one, maybe_na(column)) for one, column in frame.columns), row_labels=None)
        column = Column(array.dtype, array.na, array.mask, alone(name), line, array.values)
        if (
            array.form in ("series", "index")
            and array.form == "series"
            and (array.row_labels != frame.row_labels or array.row_labels is None)
        ):
            column = column._replace(
                dtype=array.dtype if holds_na(array.dtype) else UNSURE, na="all" if array.na == "all" else UNSURE, mask=None, values=None
            )
        rows = array.rows if frame.rows is None and array.form != "series" else frame.rows
        world.put(ref, frame._replace(rows=rows).with_column(name, column))

    def restore_one(self, frame: Frame, name: Any) -> None:
        for call, lost in frame.lost:
            if repr(lost) == repr(name):
                self.restored.add((call, repr(lost)))

    def _of_scalar(self, value: Scalar, frame: Frame, name: Any, line: int) -> Column:
        missing = is_na(value)
        dtype = scalar_dtype(value)
        na = UNSURE if missing is None else "all" if missing else "none"
        rows = frame.rows
        mask = (bool(missing),) * rows if missing is not None and rows is not None and 0 <= rows <= LONGEST_MASK else None
        return Column(dtype, na, mask, alone(name), line)

    def _opened(self, frame: Frame, array: Array | None) -> Frame:
        """The frame after an unknown column was put in: an empty one may have got rows."""
        if frame.rows != 0:
            return frame
        columns = tuple((name, Column(line=column.line)) for name, column in frame.columns)
        return frame._replace(columns=columns, rows=None, row_labels=None)

    def _first_rows(self, frame: Frame, name: Any, array: Array, line: int) -> Frame:
        """A column with items put into an empty frame gives it rows; its other columns are NA then."""
        rows = array.rows
        known = rows is not None and 0 <= rows <= LONGEST_MASK
        mask = (True,) * rows if known and rows is not None else None
        columns = []
        for other, column in frame.columns:
            dtype = column.dtype if holds_na(column.dtype) or column.dtype == UNSURE else UNSURE
            columns.append((other, Column(dtype, "all" if rows is not None else UNSURE, mask, column.block, column.line)))
        ranged: Index = ("range", rows) if known and rows is not None else None
        filled = frame._replace(columns=tuple(columns), rows=rows, row_labels=array.row_labels if array.form == "series" else ranged)
        made = Column(array.dtype, summary(array.mask) if array.mask else array.na, array.mask, alone(name), line, array.values)
        return filled.with_column(name, made)


def maybe_na(column: Column) -> Column:
    """A column that may have got NAs."""
    return column._replace(
        dtype=column.dtype if holds_na(column.dtype) else UNSURE, na="all" if column.na == "all" else UNSURE, mask=None, values=None
    )


def count_of(rows: int | None) -> Scalar:
    """A number of rows as a value; of MANY only that it is not 0 is known."""
    return Scalar("int") if rows is None else Scalar("many") if rows == MANY else Scalar("int", rows)
