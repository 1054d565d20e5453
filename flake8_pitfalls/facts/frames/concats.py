"""Calls of `pandas.concat`: which frames they are given, what is to be said of them, and what they give."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from flake8_pitfalls.facts.frames.base import Arguments, Base, Changed, Infeasible, Loss, Part, Report
from flake8_pitfalls.facts.frames.concat import concat
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    NONE,
    UNSET,
    Array,
    Column,
    Dict,
    Frame,
    Ref,
    Value,
    World,
    alone,
)
from flake8_pitfalls.facts.frames.dtypes import UNSURE
from flake8_pitfalls.facts.frames.infer import (
    label,
)

MOST_REPORTS = 6  # on one call


class Concats(Base):
    """The reports and losses come from here."""

    def concat(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """`pandas.concat`: what it gives, and what is to be said of it."""
        objs = arguments.get("objs", 0)
        axis = label(arguments.get("axis", 1)) if arguments.has("axis", 1) else 0
        thing = world.thing(objs)
        values, strange = self._given(objs, thing, world)
        if not arguments.sure or axis not in (0, 1, "index", "columns", "rows"):
            return world.new(ANY_FRAME)
        if not values and not strange:
            raise Infeasible  # ValueError: No objects to concatenate
        if axis in (1, "columns"):
            return self._side_by_side(values, strange, node, world)
        frames = [self._as_frame(value, values, world) for value in values if value != NONE]
        known = [frame for frame in frames if frame is not None]
        if strange or len(known) != len(frames) or not frames:
            return self._unknown_concat(known, strange or not known, node, world)
        keyed = isinstance(thing, Dict) or any(_is_given(arguments, name) for name in ("keys", "names", "levels"))
        inner = label(arguments.get("join")) == "inner"
        sort = label(arguments.get("sort")) is True
        outcome = concat(known, getattr(node, "lineno", 0), keyed=keyed, inner=inner, sort=sort)
        if not isinstance(node, ast.Call):
            return world.new(outcome.frame)
        changed = tuple(Changed(change, tuple(_part(known[n], n, change.label) for n in change.parts)) for change in outcome.changes)
        report = Report(node, changed, tuple(known), len(values), keyed, inner, isinstance(thing, Dict))
        if changed:
            note(self.reports.setdefault(node, []), report)
        return world.new(outcome.frame._replace(lost=self._lost(report, outcome.frame)))

    def _given(self, objs: Value, thing: Any, world: World) -> tuple[list[Value], bool]:
        """The objects that are laid together, and whether there may be others that nobody knows."""
        if isinstance(thing, Dict):
            return [*(value for _, value in thing.items), *thing.more], thing.strange
        listing = world.listing(objs)
        if listing is None:
            return [], True
        return list(listing.items), listing.strange

    def _as_frame(self, value: Value, values: Sequence[Value], world: World) -> Frame | None:
        frame = world.frame(value)
        if frame is not None or not isinstance(value, Array):
            return frame
        if value.form != "series" or not any(world.frame(other) is not None for other in values):
            return None
        name = value.name if value.name is not UNSET and value.name is not None else 0
        if value.name is UNSET and value.dtype == UNSURE:
            return None
        return Frame(
            ((name, Column(value.dtype, value.na, value.mask, alone(name), value.line)),), value.rows, False, value.row_labels, value.line
        )

    def _unknown_concat(self, known: Sequence[Frame], nothing: bool, node: ast.AST, world: World) -> Value:
        """Frames of which some are not known: neither is the result."""
        for frame in known:
            for gone in frame.dropped:
                if gone.had_values and isinstance(node, ast.Call) and frame.column(gone.label) is None:
                    self._lose(Loss(gone.call, gone.call, gone.label, True, gone.line, None, False))
        return world.new(ANY_FRAME._replace(line=getattr(node, "lineno", 0)))

    def _side_by_side(self, values: Sequence[Value], strange: bool, node: ast.AST, world: World) -> Value:
        """`axis=1`: the columns of all; where the rows do not match, NAs come in."""
        line = getattr(node, "lineno", 0)
        frames = [self._as_frame(value, [Ref(-1)], world) if not isinstance(value, Array) else None for value in values]
        known = [frame for frame in frames if frame is not None]
        if strange or len(known) != len(values):
            return world.new(ANY_FRAME._replace(line=line))
        columns = [pair for frame in known for pair in frame.columns]
        same = len({frame.row_labels for frame in known}) == 1 and known[0].row_labels is not None
        if len({repr(name) for name, _ in columns}) != len(columns):
            return world.new(ANY_FRAME._replace(line=line))
        if not same:
            return world.new(Frame(tuple((name, Column(line=line)) for name, _ in columns), None, True, None, line))
        return world.new(Frame(tuple(columns), known[0].rows, any(frame.is_open for frame in known), known[0].row_labels, line))

    def _lost(self, report: Report, result: Frame) -> tuple[tuple[ast.Call, Any], ...]:
        """Notes the columns that `dropna(axis=1)` took from these frames: values at once, columns if the result lacks them."""
        lost = []
        for frame in report.frames:
            for gone in frame.dropped:
                if frame.column(gone.label) is not None:
                    continue
                others = any(other.column(gone.label) is not None for other in report.frames)
                if gone.had_values:
                    self._lose(Loss(gone.call, gone.call, gone.label, True, gone.line, report, others))
                elif result.column(gone.label) is None and not result.is_open:
                    self._lose(Loss(report.call, gone.call, gone.label, False, gone.line, report, others))
                    lost.append((report.call, gone.label))
        return tuple(lost)

    def _lose(self, loss: Loss) -> None:
        self.losses.setdefault((loss.where, loss.dropna, repr(loss.label)), loss)


def note(known: list[Report], report: Report) -> None:
    """Adds a report on a call, unless one that says the same of the same frames is there."""
    if len(known) < MOST_REPORTS and all((other.changed, other.frames) != (report.changed, report.frames) for other in known):
        known.append(report)


def _part(frame: Frame, place: int, name: Any) -> Part:
    column = frame.column(name)
    if frame.rows == 0:
        return Part(place, frame.line, "empty")
    return Part(place, column.line if column is not None else frame.line, "all NA")


def _is_given(arguments: Arguments, name: str) -> bool:
    value = arguments.named.get(name, NONE)
    return value != NONE
