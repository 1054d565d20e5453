"""What the methods of a DataFrame give, as far as columns, dtypes and NAs go. One that is not known here gives any frame, or nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts.frames.base import Arguments, Base
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    FALSE,
    LONGEST_MASK,
    UNSET,
    Array,
    Column,
    Dict,
    Dropped,
    Frame,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
    alone,
    column_is_na,
    same_label,
)
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE, holds_na
from flake8_pitfalls.facts.frames.infer import constant, dtype_of, label, labels, nullable
from flake8_pitfalls.facts.frames.rows import (
    cast_column,
    column_goes,
    consolidated,
    dropna_rows,
    fewer,
    filled_column,
    flags,
    only_none,
    reindexed,
    row_of,
    series_of,
    sliced,
    unaligned,
    unsure_columns,
    without,
)

SAME = frozenset(("sort_values", "sort_index", "rename_axis", "reset_index", "set_flags", "tz_localize", "tz_convert"))
FEWER = frozenset(("query", "sample", "drop_duplicates", "nlargest", "nsmallest", "truncate", "between_time", "at_time", "first", "last"))
FRAMES = frozenset(
    {
        "merge",
        "join",
        "combine_first",
        "pivot",
        "pivot_table",
        "melt",
        "stack",
        "unstack",
        "explode",
        "transpose",
        "corr",
        "cov",
        "describe",
    }
    | {"where", "mask", "replace", "clip", "diff", "shift", "pct_change", "cumsum", "rank", "interpolate", "ffill", "bfill", "round", "abs"}
    | {"map", "applymap", "align", "combine", "swaplevel", "droplevel", "resample", "rolling", "mul", "add", "sub", "div"}
)
HARMLESS = frozenset(
    {"to_csv", "to_excel", "to_json", "to_html", "to_sql", "to_parquet", "to_pickle", "to_string", "to_markdown", "to_feather", "to_latex"}
    | {"to_dict", "to_records", "to_numpy", "info", "head", "plot", "hist", "boxplot", "equals", "memory_usage", "to_clipboard"}
)
# Methods that change the frame, and are not followed.
CHANGING = frozenset(("update", "isetitem", "__setitem__", "__delitem__", "__setattr__", "__delattr__"))
REDUCTIONS = frozenset(("sum", "mean", "median", "min", "max", "std", "var", "count", "nunique", "any", "all", "prod", "quantile"))


class FrameMethods(Base):
    """Methods of frames. Where a method works in place, the frame behind the reference is another one afterwards."""

    def frame_method(self, ref: Ref, frame: Frame, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        line = getattr(node, "lineno", 0)
        method: Callable[..., Frame | None] | None = getattr(self, f"frame_{name}", None)
        if method is not None:
            result = method(frame, arguments, node, world)
        elif name in SAME:
            result = self._same(frame, name, arguments, line)
        elif name in FEWER:
            result = fewer(frame)
        elif name in FRAMES:
            result = ANY_FRAME
        elif name in ("isna", "isnull", "notna", "notnull"):
            return world.new(flags(frame, name.startswith("is")))
        elif name in REDUCTIONS:
            return Array("series", line=line)
        else:
            return self._other(ref, frame, name, arguments, node, world)
        if result is None:
            return None
        inplace = arguments.get("inplace")
        if "inplace" in arguments.named and label(inplace) is not False:
            world.put(ref, result if label(inplace) is True else ANY_FRAME)
            return Scalar("none", None)
        return world.new(result._replace(dropped=result.dropped if result is not ANY_FRAME else frame.dropped))

    def _other(self, ref: Ref, frame: Frame, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """Methods that give no frame, or that change this one."""
        line = getattr(node, "lineno", 0)
        if name == "insert":
            self._insert(ref, frame, arguments, line, world)
            return Scalar("none", None)
        if name == "pop":
            wanted = label(arguments.get("item", 0))
            world.put(ref, without(frame, [wanted]) if wanted is not UNSET else ANY_FRAME)
            return series_of(frame, wanted)
        if name == "pipe":
            return self.call(arguments.get("func", 0), Arguments((ref, *arguments.given[1:]), arguments.named, arguments.sure), node, world)
        if name == "keys":
            return self.attribute(ref, "columns", node, world)
        if name == "groupby":
            return Method(ref, "groups")
        if name == "get":
            return series_of(frame, label(arguments.get("key", 0)))
        if name in ("iterrows", "itertuples", "items"):
            return self._rows_of(frame, name)
        if name in CHANGING or label(arguments.named.get("inplace", FALSE)) is not False:
            world.put(ref, ANY_FRAME._replace(line=frame.line))
        return None

    def _rows_of(self, frame: Frame, name: str) -> Value:
        if frame.rows == 0 and name != "items":
            return List((), True, "iter")
        if name == "items":
            pairs = tuple(List((constant(one), series_of(frame, one)), True, "tuple") for one in frame.labels)
            return List(pairs, not frame.is_open, "iter")
        one = row_of(frame, promoted=name == "iterrows")
        row: Value = List((Scalar("int"), one), True, "tuple") if name == "iterrows" else one
        exact = frame.rows is not None and 0 < frame.rows <= 4
        return List((row,) * (frame.rows if exact and frame.rows is not None else 2), exact, "iter")

    # Rows

    def _same(self, frame: Frame, name: str, arguments: Arguments, line: int) -> Frame | None:
        """Rows in another order or under other labels; a frame that was put into order keeps its line."""
        if name == "reset_index":
            if label(arguments.get("drop", 1)) is True:
                index: Any = ("range", frame.rows) if frame.rows is not None and frame.rows >= 0 else frame.row_labels
                return frame._replace(row_labels=index)
            return self._index_as_column(frame)
        if name in ("sort_values", "sort_index"):
            if label(arguments.get("axis")) in (1, "columns"):
                return ANY_FRAME
            columns = tuple(
                (one, column._replace(mask=column.mask if column.na != "some" else None, values=None)) for one, column in frame.columns
            )
            keeps = label(arguments.get("ignore_index")) is True and frame.rows is not None and frame.rows >= 0
            return consolidated(
                frame._replace(columns=columns, row_labels=("range", frame.rows) if keeps and frame.rows is not None else frame.row_labels)
            )
        return frame

    def _index_as_column(self, frame: Frame) -> Frame:
        ranged = frame.row_labels is not None and frame.row_labels[0] == "range"
        if not ranged or frame.column("index") is not None:
            return frame._replace(columns=frame.columns, is_open=True)
        mask = (False,) * frame.rows if frame.rows is not None and 0 <= frame.rows <= LONGEST_MASK else None
        return frame._replace(columns=(("index", Column("int64", "none", mask, alone("index"))), *frame.columns))

    def frame_head(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        return self._some_rows(frame, arguments, node, first=True)

    def frame_tail(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        return self._some_rows(frame, arguments, node, first=False)

    def _some_rows(self, frame: Frame, arguments: Arguments, node: ast.AST, first: bool) -> Frame:
        count = label(arguments.get("n", 0, Scalar("int", 5)))
        if not isinstance(count, int) or isinstance(count, bool):
            return fewer(frame)
        return sliced(frame, slice(None, count) if first else slice(-count if count else frame.rows, None), getattr(node, "lineno", 0))

    def frame_drop(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        by_columns = "columns" in arguments.named
        wanted = arguments.named.get("columns", arguments.get("labels", 0))
        if not by_columns and label(arguments.get("axis", 1)) not in (1, "columns"):
            return fewer(frame)
        one = label(wanted)
        gone = [one] if one is not UNSET and not isinstance(one, tuple) else labels(wanted, world)
        return without(frame, gone) if gone is not None else ANY_FRAME._replace(rows=frame.rows)

    def frame_dropna(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        axis = label(arguments.named["axis"]) if "axis" in arguments.named else 0
        how = label(arguments.named["how"]) if "how" in arguments.named else "any"
        subset = arguments.named.get("subset")
        thresh = label(arguments.named["thresh"]) if "thresh" in arguments.named else None
        if UNSET in (axis, how, thresh) or not arguments.sure:
            return ANY_FRAME
        if axis in (1, "columns"):
            return self._dropna_columns(frame, how, thresh, subset, node)
        one = label(subset) if subset is not None else None
        chosen = frame.labels if subset is None or _is_none(subset) else [one] if one is not UNSET else labels(subset, world)
        return dropna_rows(frame, list(chosen), how, thresh) if chosen is not None and not frame.is_open else fewer(frame)

    def _dropna_columns(self, frame: Frame, how: Any, thresh: Any, subset: Value, node: ast.AST) -> Frame:
        """Which columns stay must be known of each, or the frame is not known."""
        if subset is not None and not _is_none(subset):
            return ANY_FRAME
        kept: list[tuple[Any, Column]] = []
        dropped = list(frame.dropped)
        is_open = frame.is_open
        for name, column in frame.columns:
            goes = column_goes(column, frame.rows, how, thresh)
            if goes is None:
                is_open = True
            elif not goes:
                kept.append((name, column))
            elif isinstance(node, ast.Call):
                had_values = column_is_na(column, frame.rows) is False and column.na != "all"
                dropped.append(Dropped(name, had_values, node, frame.line, column))
        return frame._replace(columns=tuple(kept), is_open=is_open, dropped=tuple(dropped), line=getattr(node, "lineno", 0))

    def frame_reindex(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame | None:
        line = getattr(node, "lineno", 0)
        axis = label(arguments.get("axis")) in (1, "columns")
        wanted = arguments.named.get("columns", arguments.get("labels", 0) if axis else None)
        if wanted is None and "columns" not in arguments.named:
            if "fill_value" in arguments.named or "method" in arguments.named:
                return ANY_FRAME
            return None if frame.is_open else self._other_rows(frame, arguments, world)
        columns = labels(wanted, world)
        self.restore(frame, columns)
        if columns is None or "fill_value" in arguments.named or "index" in arguments.named:
            return ANY_FRAME
        return reindexed(frame, columns, line)

    def restore(self, frame: Frame, columns: list[Any] | None) -> None:
        """Columns that a concat lost are put back; any of them, where it is not known which."""
        for call, lost in frame.lost:
            if columns is None or any(same_label(lost, column) for column in columns):
                self.restored.add((call, repr(lost)))

    def _other_rows(self, frame: Frame, arguments: Arguments, world: World) -> Frame:
        listing = world.listing(arguments.get("index", 0))
        if frame.rows == 0 and listing is not None and listing.exact and listing.items:
            columns = tuple(
                (name, column._replace(dtype=column.dtype if holds_na(column.dtype) else UNSURE, na="all", mask=None, values=None))
                for name, column in frame.columns
            )
            return frame._replace(columns=columns, rows=len(listing.items), row_labels=None)
        return unaligned(frame)

    # Columns

    def frame_copy(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        return consolidated(frame)

    def frame_assign(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        frame = consolidated(frame)
        if not arguments.sure:
            return ANY_FRAME._replace(rows=frame.rows)
        for name, value in arguments.named.items():
            found = world.new(frame)
            made = self.call(value, Arguments((found,)), node, world) if self.is_callable(value, world) else value
            self.set_column(found, name, made, getattr(node, "lineno", 0), world)
            frame = world.frame(found) or ANY_FRAME
        return frame

    def _insert(self, ref: Ref, frame: Frame, arguments: Arguments, line: int, world: World) -> None:
        name, place = label(arguments.get("column", 1)), label(arguments.get("loc", 0))
        if name is UNSET or not isinstance(place, int):
            world.put(ref, ANY_FRAME)
            return
        self.set_column(ref, name, arguments.get("value", 2), line, world)
        after = world.frame(ref) or ANY_FRAME
        made = after.column(name)
        if made is not None and 0 <= place < len(after.columns):
            rest = [pair for pair in after.columns if not same_label(pair[0], name)]
            rest.insert(place, (name, made))
            world.put(ref, after._replace(columns=tuple(rest)))

    def frame_rename(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        axis = label(arguments.get("axis"))
        if "columns" not in arguments.named and axis not in (1, "columns"):
            return frame if "index" in arguments.named else fewer(frame)
        mapping = world.thing(arguments.named.get("columns", arguments.get("mapper", 0)))
        if not isinstance(mapping, Dict) or mapping.strange or mapping.more:
            return ANY_FRAME._replace(rows=frame.rows)
        new = [(self._renamed(name, mapping), column) for name, column in frame.columns]
        if any(name is UNSET for name, _ in new) or len({repr(name) for name, _ in new}) != len(new):
            return ANY_FRAME._replace(rows=frame.rows)
        return frame._replace(columns=tuple((name, column) for name, column in new))

    def _renamed(self, name: Any, mapping: Dict) -> Any:
        found = mapping.get(name)
        return name if found is None else label(found[0])

    def frame_set_axis(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        new = labels(arguments.get("labels", 0), world)
        if label(arguments.get("axis", 1)) not in (1, "columns"):
            return frame._replace(row_labels=("made", getattr(node, "lineno", 0), 7))
        if new is None or frame.is_open or len(new) != len(frame.columns) or len(set(map(repr, new))) != len(new):
            return ANY_FRAME
        return frame._replace(columns=tuple((one, column) for one, (_, column) in zip(new, frame.columns, strict=True)))

    def frame_add_prefix(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        return _called(frame, label(arguments.get("prefix", 0)), "{text}{name}")

    def frame_add_suffix(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        return _called(frame, label(arguments.get("suffix", 0)), "{name}{text}")

    def frame_set_index(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        one = label(arguments.get("keys", 0))
        gone = [one] if one is not UNSET and not isinstance(one, tuple) else labels(arguments.get("keys", 0), world)
        if gone is None:
            return ANY_FRAME
        kept = frame if label(arguments.get("drop")) is False else without(frame, gone)
        return kept._replace(row_labels=("made", getattr(node, "lineno", 0), 4))

    def frame_filter(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        wanted = labels(arguments.get("items", 0), world) if arguments.has("items", 0) else None
        return frame.only([name for name in wanted if frame.column(name) is not None]) if wanted is not None else ANY_FRAME

    # Dtypes and values

    def frame_astype(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        wanted = arguments.get("dtype", 0)
        thing = world.thing(wanted)
        if isinstance(thing, Dict):
            if thing.strange or thing.more:
                return unsure_columns(frame)
            columns = frame.columns
            for name, value in thing.items:
                dtype = dtype_of(value, world)
                columns = tuple(
                    (one, cast_column(column, dtype, one, frame.rows) if same_label(one, name) else column) for one, column in columns
                )
            return frame._replace(columns=tuple((one, column._replace(block=alone(one))) for one, column in columns))
        if isinstance(wanted, Array) and wanted.form == "dtypes":
            return self._as_dtypes(frame, wanted)
        dtype = dtype_of(wanted, world)
        return frame._replace(columns=tuple((one, cast_column(column, dtype, one, frame.rows)) for one, column in frame.columns))

    def _as_dtypes(self, frame: Frame, wanted: Array) -> Frame:
        """`a.astype(b.dtypes)`."""
        found = dict(wanted.values or ())
        columns = tuple(
            (one, cast_column(column, found.get(one, UNSURE), one, frame.rows)._replace(block=alone(one))) for one, column in frame.columns
        )
        return frame._replace(columns=columns)

    def frame_fillna(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        value = arguments.get("value", 0)
        thing = world.thing(value)
        if frame.rows == 0:
            return frame
        if not isinstance(value, Scalar) and not isinstance(thing, Dict):
            return unsure_columns(frame, keep_full=True)
        columns = []
        for name, column in frame.columns:
            filler = value
            if isinstance(thing, Dict):
                found = thing.get(name)
                if found is None:
                    columns.append((name, column if not thing.strange and not thing.more else Column(line=column.line)))
                    continue
                filler = found[0]
            columns.append((name, filled_column(column, filler)))
        return frame._replace(columns=tuple(columns))

    def frame_infer_objects(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        columns = []
        for name, column in frame.columns:
            sure = column.dtype not in (OBJECT, UNSURE) or only_none(column) or (frame.rows == 0 and column.dtype != UNSURE)
            columns.append((name, column if sure else Column(line=column.line, na=column.na, mask=column.mask)))
        return frame._replace(columns=tuple(columns))

    def frame_convert_dtypes(self, frame: Frame, arguments: Arguments, node: ast.AST, world: World) -> Frame:
        if arguments.given or arguments.named:
            return unsure_columns(frame)
        found = []
        for name, column in frame.columns:
            dtype = nullable(column.dtype) if frame.rows and column.na in ("some", "none") else OBJECT if only_none(column) else UNSURE
            found.append((name, column._replace(dtype=dtype if dtype not in ("Float64", "Float32") else UNSURE, block=alone(name))))
        return frame._replace(columns=tuple(found))


def _is_none(value: Value) -> bool:
    return isinstance(value, Scalar) and value.kind == "none"


def _called(frame: Frame, text: object, form: str) -> Frame:
    """A frame whose columns have a text added to their names."""
    if not isinstance(text, str):
        return ANY_FRAME
    return frame._replace(columns=tuple((form.format(text=text, name=name), column) for name, column in frame.columns))
