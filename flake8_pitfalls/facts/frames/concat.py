"""What `pd.concat` of known frames gives, and which columns change their dtype from pandas 3 on.

As pandas 2.1 to 2.3 do it (`pandas.core.internals.concat`): run by run of columns that each frame keeps in one block; empty
and all-NA runs are left out of the common dtype, and it warns where they would have changed it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Any, NamedTuple

from flake8_pitfalls.facts.frames.domain import Column, Frame, column_is_na, plus, same_label, summary
from flake8_pitfalls.facts.frames.dtypes import (
    OBJECT,
    UNSURE,
    common,
    concatenated,
    has_timezone,
    holding_na,
    holds_na,
    is_category,
    is_datelike,
    is_one_dimensional,
    plain,
    promoted,
)
from flake8_pitfalls.knowledge.dtypes import MASKED, NUMBERS, PANDAS_3

VOID = "void"  # the dtype that stands for a column which a frame lacks
UNCERTAIN_PARTS = 4
KEPT_ROWS = 8


class Unit(NamedTuple):
    """One frame's part of a run: its dtype, whether it is left out, whether it has no rows; None where not known."""

    dtype: str
    is_na: bool | None
    is_empty: bool | None
    has_na: bool = False


class Change(NamedTuple):
    """A column whose dtype changes: today's, that of pandas 3, and the frames (by place) whose part is empty or all NA."""

    label: Any
    before: str
    after: str
    parts: tuple[int, ...]


class Outcome(NamedTuple):
    frame: Frame
    changes: tuple[Change, ...]


def concat(frames: Sequence[Frame], line: int, *, keyed: bool = False, inner: bool = False, sort: bool = False) -> Outcome:
    """The result of laying frames below each other. `keyed`: with keys, names or levels; frames without anything then stay."""
    places = list(range(len(frames)))
    if not keyed and not inner:
        full = [n for n in places if frames[n].columns or frames[n].is_open or frames[n].rows != 0]
        places = full or places
    kept = [frames[n] for n in places]
    if any(has_twins(frame) or _may_vanish(frame) for frame in kept):
        return Outcome(Frame(is_open=True, line=line), ())
    if len(kept) == 1:
        return Outcome(kept[0].only(combined_labels(kept, inner, sort))._replace(line=line), ())
    labels = combined_labels(kept, inner, sort)
    if inner and any(frame.is_open for frame in kept):
        return Outcome(Frame(is_open=True, line=line), ())
    rows: int | None = 0
    for frame in kept:
        rows = plus(rows, frame.rows)
    changes = _changes(kept, labels, places)
    columns = tuple(_column(label, n, run, kept, line) for n, run in enumerate(_runs(kept, labels, merge=False)) for label in run)
    is_open = any(frame.is_open for frame in kept) and not inner
    return Outcome(Frame(columns, rows, is_open, None, line), changes)


def _may_vanish(frame: Frame) -> bool:
    """Whether it is not known if the frame is without rows and columns, and so left out."""
    return frame.rows is None and not frame.columns and not frame.is_open


def has_twins(frame: Frame) -> bool:
    labels = frame.labels
    return len(set(map(repr, labels))) != len(labels)


def combined_labels(frames: Sequence[Frame], inner: bool, sort: bool) -> list[Any]:
    labels: list[Any] = []
    for frame in frames:
        labels += [label for label in frame.labels if not any(same_label(label, other) for other in labels)]
    if inner:
        labels = [label for label in labels if all(frame.column(label) is not None or frame.is_open for frame in frames)]
    if sort:
        with contextlib.suppress(TypeError):
            labels.sort()
    return labels


def _changes(frames: Sequence[Frame], labels: list[Any], places: list[int]) -> tuple[Change, ...]:
    """The columns that change whichever way the blocks lie that are not known."""
    found = [change for run in _runs(frames, labels, merge=False) for change in _run_changes(run, frames, places)]
    if found and any(column.block is None for frame in frames for _, column in frame.columns):
        other = [change for run in _runs(frames, labels, merge=True) for change in _run_changes(run, frames, places)]
        found = [change for change in found if any(same_label(change.label, also.label) for also in other)]
    return tuple(found)


def _runs(frames: Sequence[Frame], labels: list[Any], merge: bool) -> Iterator[list[Any]]:
    """The runs of neighbouring columns that every frame keeps in one block; `merge`: take unknown blocks to be one for each dtype."""
    blocks = [_blocks(frame, labels, merge) for frame in frames]
    run: list[Any] = []
    before: list[str] = []
    for n, label in enumerate(labels):
        here = [found[n] for found in blocks]
        if run and here != before:
            yield run
            run = []
        run.append(label)
        before = here
    if run:
        yield run


def _blocks(frame: Frame, labels: list[Any], merge: bool) -> list[str]:
    """For each column of the result the block in which the frame keeps it, once its columns are put in the result's order."""
    tokens = [_block(frame, label, merge) for label in labels]
    if len(frame.labels) == len(labels) and all(map(same_label, frame.labels, labels)):
        return tokens
    own = [_block(frame, label, merge) for label in frame.labels]
    at = [frame.place(label) for label in labels]
    start = 0
    for end in range(1, len(labels) + 1):
        if end < len(labels) and tokens[end] == tokens[start]:
            continue
        if tokens[start] != VOID:  # a block whose columns are no slice of it any more is taken apart
            inside = [sum(token == tokens[start] for token in own[: at[n]]) for n in range(start, end)]
            steps = {later - earlier for earlier, later in pairwise(inside)}
            if len(steps) > 1:
                tokens[start:end] = [f"{tokens[n]} {n}" for n in range(start, end)]
        start = end
    return tokens


def _block(frame: Frame, label: Any, merge: bool) -> str:
    column = frame.column(label)
    if column is None:
        return VOID
    if column.block is not None:
        return column.block
    return f"={column.dtype}" if merge and column.dtype != UNSURE else f"+{label!r}"


def _unit(run: list[Any], frame: Frame) -> Unit | None:
    """A frame's part of a run; None where it is not known whether it has the columns."""
    columns = [frame.column(label) for label in run]
    if columns[0] is None:
        return Unit(VOID, True, frame.rows == 0) if not frame.is_open else None
    left_out: bool | None = True
    for column in columns:
        assert column is not None
        one = column_is_na(column, frame.rows)
        left_out = False if one is False or left_out is False else None if one is None else left_out
    is_empty = None if frame.rows is None else frame.rows == 0
    return Unit(columns[0].dtype, left_out, is_empty, columns[0].na in ("all", "some"))


def _units(run: list[Any], frames: Sequence[Frame]) -> list[Unit] | None:
    found = [_unit(run, frame) for frame in frames]
    return None if any(unit is None for unit in found) else [unit for unit in found if unit is not None]


def _run_changes(run: list[Any], frames: Sequence[Frame], places: list[int]) -> Iterator[Change]:
    units = _units(run, frames)
    if units is None:
        return
    verdicts = {verdict(chosen) for chosen in _certain(units)}
    if len(verdicts) != 1:
        return
    _, after, before = verdicts.pop()
    if after:
        parts = tuple(places[n] for n, unit in enumerate(units) if unit.is_na and unit.dtype != VOID)
        for label in run:
            yield Change(label, plain(before), plain(after), parts)


def _certain(units: list[Unit]) -> Iterator[list[Unit]]:
    """The units with each way in which what is not known of them can stand."""
    unknown = [n for n, unit in enumerate(units) if unit.is_na is None]
    if len(unknown) > UNCERTAIN_PARTS:
        yield [*units, Unit(UNSURE, False, False)]
        return
    for answer in product((False, True), repeat=len(unknown)):
        chosen = list(units)
        for n, is_na in zip(unknown, answer, strict=True):
            chosen[n] = chosen[n]._replace(is_na=is_na)
        yield chosen


def verdict(units: Sequence[Unit]) -> tuple[str, str, str]:
    """The dtype of the result, and, where pandas 2 warns, that of pandas 3 and the one without the parts left out ("" and "" else)."""
    dtypes = [unit.dtype for unit in units]
    if len(set(dtypes)) == 1 and not is_category(dtypes[0]) and "[?" not in dtypes[0]:
        return (UNSURE if dtypes[0] == VOID else dtypes[0]), "", ""
    if _uniform(units):
        return _uniform_result(units), "", ""
    has_void = VOID in dtypes
    real = [unit.dtype for unit in units if unit.dtype != VOID]
    chosen = [unit.dtype for unit in units if not unit.is_na] or real
    before = common(chosen)
    if has_void and before != UNSURE:
        before = holding_na(before)
    after = before
    if len(chosen) != len(real):
        after = common(real)
        if has_void and after != UNSURE:
            after = holding_na(after)
    if UNSURE in (before, after):
        return UNSURE, "", ""
    result = _result(units, before, has_void)
    if before != after and result == before:
        return result, PANDAS_3.get((min(set(real), key=real.index), _bare(before)), after), before
    return result, "", ""


def _bare(dtype: str) -> str:
    return f"{dtype.partition('|')[0]}]" if is_category(dtype) else dtype


def _result(units: Sequence[Unit], before: str, has_void: bool) -> str:
    """The dtype that the arrays really get when they are laid end to end."""
    kind = NUMBERS[before][0] if before in NUMBERS else ""
    fills = not (kind == "b" or (kind in ("i", "u") and kind and not has_void))
    arrays = [before if unit.dtype == VOID or (fills and unit.is_na and _fits(unit.dtype, before)) else unit.dtype for unit in units]
    with_na = any(is_category(unit.dtype) and unit.has_na for unit in units)
    one_dimensional = any(map(is_one_dimensional, arrays))
    return concatenated(arrays, all(unit.is_empty is True for unit in units) and not one_dimensional, with_na)


def _uniform(units: Sequence[Unit]) -> bool:
    """Whether the parts are laid end to end without a thought for NA (`_is_uniform_join_units`)."""
    first = units[0].dtype
    if UNSURE in [unit.dtype for unit in units] or VOID in [unit.dtype for unit in units]:
        return False
    if is_one_dimensional(first):
        return all(is_one_dimensional(unit.dtype) and (unit.dtype == first or _is_whole(unit.dtype)) for unit in units)
    if is_datelike(first):
        return False  # another dtype of dates is another block, or of another dtype
    return all(not unit.is_na and (unit.dtype == first or (unit.dtype in NUMBERS and _is_whole(unit.dtype))) for unit in units)


def _is_whole(dtype: str) -> bool:
    """Integers and bools, plain or nullable."""
    return NUMBERS.get(MASKED.get(dtype, dtype), ("", 0))[0] in ("i", "u", "b")


def _uniform_result(units: Sequence[Unit]) -> str:
    dtypes = list(dict.fromkeys(unit.dtype for unit in units))
    if is_one_dimensional(dtypes[0]):
        return concatenated(dtypes, False, any(is_category(unit.dtype) and unit.has_na for unit in units))
    return promoted(dtypes) if all(dtype in NUMBERS for dtype in dtypes) else OBJECT


def _fits(dtype: str, before: str) -> bool:
    """Whether the NA of an all-NA part may be written as one of another dtype (`JoinUnit._is_valid_na_for`)."""
    if has_timezone(dtype):
        return dtype == before
    if is_datelike(dtype):
        same = dtype.partition("[")[0] == before.partition("[")[0] and not has_timezone(before)
        return same or before == OBJECT or before.startswith("category[object")
    if dtype in MASKED or dtype == "string":
        return not is_datelike(before)
    return holds_na(dtype)


def _column(label: Any, run_number: int, run: list[Any], frames: Sequence[Frame], line: int) -> tuple[Any, Column]:
    """The column of the result."""
    units = _units(run, frames)
    dtype = UNSURE
    if units is not None:
        dtypes = {verdict(chosen)[0] for chosen in _certain(units)}
        dtype = dtypes.pop() if len(dtypes) == 1 else UNSURE
    parts = [(frame.column(label), frame) for frame in frames]
    mask: tuple[bool, ...] | None = ()
    for column, frame in parts:
        known = column is None and not frame.is_open and frame.rows is not None and 0 <= frame.rows <= KEPT_ROWS
        more = column.mask if column is not None else (True,) * frame.rows if known and frame.rows is not None else None
        mask = None if mask is None or more is None or len(mask) + len(more) > KEPT_ROWS else mask + more
    made = next((column.line for column, _ in parts if column is not None), line)
    return label, Column(dtype, summary(mask) if mask else _na(parts), mask, f"r{run_number}", made)


def _na(parts: Sequence[tuple[Column | None, Frame]]) -> str:
    """all, some or none of the result's column is NA."""
    sure: set[str] = set()
    perhaps: set[str] = set()  # a part of unknown length may have no rows
    for column, frame in parts:
        if frame.rows != 0:
            na = column.na if column is not None else UNSURE if frame.is_open else "all"
            (perhaps if frame.rows is None else sure).add(na)
    if "some" in sure or {"all", "none"} <= sure:
        return "some"
    if len(sure | perhaps) != 1:
        return UNSURE
    return (sure | perhaps).pop()
