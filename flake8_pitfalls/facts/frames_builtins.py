"""What Python's own functions make of values, and pandas' and numpy's functions of frames."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from flake8_pitfalls.facts.frames_arrays import count_of
from flake8_pitfalls.facts.frames_base import Arguments, Changed, Infeasible, Loss, Part, Report
from flake8_pitfalls.facts.frames_calls import Calls
from flake8_pitfalls.facts.frames_concat import concat
from flake8_pitfalls.facts.frames_domain import (
    ANY_FRAME,
    MANY,
    NONE,
    UNSET,
    Array,
    Column,
    Dict,
    External,
    Frame,
    Instance,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
    alone,
    same_label,
)
from flake8_pitfalls.facts.frames_dtypes import UNSURE
from flake8_pitfalls.facts.frames_eval import LONGEST, put_item
from flake8_pitfalls.facts.frames_infer import BY_NAME, constant, is_na, label
from flake8_pitfalls.facts.frames_make import SIZED, Making
from flake8_pitfalls.knowledge.dtypes import KIND_BY_CLASS

READERS = "pandas.read_"
LAID_OUT = ("pandas.merge", "pandas.merge_asof", "pandas.pivot_table", "pandas.crosstab", "pandas.get_dummies", "pandas.melt", "pandas.json_normalize")
SCALARS_OF_NUMPY = frozenset(("mean", "std", "var", "median", "average", "nanmean", "nanstd", "percentile", "quantile"))


class Functions(Calls, Making):
    """Functions of builtins, pandas and numpy."""

    def _builtin(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        first = arguments.given[0] if arguments.given else None
        method = getattr(self, f"builtin_{name}", None)
        if method is not None and (arguments.given or name in ("list", "tuple", "dict", "set", "zip")):
            found: Value = method(arguments, node, world)
            return found
        if name in ("min", "max", "sum", "round", "abs", "pow"):
            return self._number(name, arguments, world)
        if name == "float":
            return Scalar("nan") if isinstance(label(first), str) and label(first).strip().lower() in ("nan", "-nan", "+nan") else Scalar("float")
        if name == "int":
            return Scalar("int")
        if name == "bool" and arguments.given:
            answer = self.truth(first, world)
            return Scalar("bool") if answer is None else Scalar("bool", answer)
        from flake8_pitfalls.facts.frames_infer import kind_of_call

        kind = kind_of_call(f"builtins.{name}")
        return Scalar(kind) if kind is not None else None

    def _number(self, name: str, arguments: Arguments, world: World) -> Value:
        values = list(arguments.given)
        if name == "round":
            values = values[:1]
            if len(arguments.given) == 1 and not arguments.named:
                return Scalar("int") if isinstance(values[0], Scalar) else None
        elif len(values) == 1 and name in ("min", "max", "sum"):
            if isinstance(values[0], Array):
                return self.array_method(values[0], name, Arguments(), ast.Pass(), world)
            values, _ = self.items(values[0], world)
            if not values:
                return Scalar("int", 0) if name == "sum" else None
        kinds = {value.kind if isinstance(value, Scalar) else UNSURE for value in values}
        if kinds <= {"int", "many", "bool"}:
            return Scalar("int")
        if name in ("min", "max") and kinds == {"str"}:
            return Scalar("str")
        if name == "sum" and kinds <= {"int", "float", "bool"} or kinds == {"float"}:
            return Scalar("float")
        return None

    def builtin_len(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        value = arguments.given[0]
        listing, thing = world.listing(value), world.thing(value)
        if isinstance(value, Array):
            return count_of(value.rows)
        if isinstance(thing, Frame):
            return count_of(thing.rows)
        if listing is not None and not listing.strange:
            return Scalar("int", len(listing.items)) if listing.exact else Scalar("many") if listing.items else Scalar("int")
        if isinstance(thing, Dict) and not thing.strange:
            return Scalar("int", len(thing.items)) if not thing.more else Scalar("many")
        if isinstance(value, Scalar) and isinstance(value.const, str):
            return Scalar("int", len(value.const))
        return Scalar("int")

    def builtin_list(self, arguments: Arguments, node: ast.AST, world: World, form: str = "list") -> Value:
        if not arguments.given:
            return world.new(List((), True, form))
        value = arguments.given[0]
        items, exact = self.items(value, world)
        listing = world.listing(value)
        strange = listing.strange if listing is not None else self.is_unknown(value)
        made = List(tuple(items) if not strange or listing is not None else (), exact, form, strange)
        return made if form in ("tuple", "iter") else world.new(made)

    def builtin_tuple(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "tuple")

    def builtin_set(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "set")

    def builtin_iter(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.builtin_list(arguments, node, world, "iter")

    builtin_sorted = builtin_list

    def builtin_reversed(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        made = self.builtin_list(arguments, node, world, "iter")
        return made._replace(items=made.items[::-1]) if isinstance(made, List) else made

    def builtin_next(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        listing = world.listing(arguments.given[0])
        return listing.items[0] if listing is not None and listing.items else None

    def builtin_dict(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        made = Dict(strange=not arguments.sure)
        if arguments.given:
            thing = world.thing(arguments.given[0])
            listing = world.listing(arguments.given[0])
            if isinstance(thing, Dict):
                made = thing
            elif listing is not None and listing.exact and all(isinstance(item, List) and len(item.items) == 2 for item in listing.items):
                for item in listing.items:
                    assert isinstance(item, List)
                    made = put_item(made, label(item.items[0]), item.items[1])
            else:
                made = Dict(strange=True)
        for name, value in arguments.named.items():
            made = put_item(made, name, value)
        return world.new(made)

    def builtin_range(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        bounds = [label(value) for value in arguments.given]
        if all(isinstance(bound, int) for bound in bounds) and 1 <= len(bounds) <= 3 and (len(bounds) < 3 or bounds[2]):
            known = range(*bounds)
            return List(tuple(Scalar("int", n) for n in known[: LONGEST + 1]), len(known) <= LONGEST, "range")
        start = bounds[0] if len(bounds) > 1 and isinstance(bounds[0], int) else 0 if len(bounds) == 1 else UNSET
        return List((Scalar("int", start), Scalar("int", start + 1) if isinstance(start, int) else Scalar("int")), False, "range")

    def builtin_enumerate(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        start = label(arguments.get("start", 1)) if arguments.has("start", 1) else 0
        pairs = [List((Scalar("int", n + start) if isinstance(start, int) else Scalar("int"), item), True, "tuple") for n, item in enumerate(items)]
        return List(tuple(pairs), exact, "iter")

    def builtin_zip(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        found = [self.items(value, world) for value in arguments.given]
        turns = min((len(items) for items, _ in found), default=0)
        exact = any(whole and len(items) == turns for items, whole in found) or not found
        return List(tuple(List(tuple(items[n] for items, _ in found), True, "tuple") for n in range(turns)), exact and arguments.sure, "iter")

    def builtin_map(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        found = [self.items(value, world) for value in arguments.given[1:]]
        turns = min((len(items) for items, _ in found), default=0)
        made = tuple(self.call(arguments.given[0], Arguments(tuple(items[n] for items, _ in found)), node, world) for n in range(turns))
        return List(made, all(exact for _, exact in found), "iter")

    def builtin_filter(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.get("", 1), world)
        kept = []
        for item in items:
            value = item if arguments.given[0] == NONE else self.call(arguments.given[0], Arguments((item,)), node, world)
            answer = self.truth(value, world)
            if answer is None:
                exact = False
                if isinstance(item, Ref):
                    self.escape(item, world)
            if answer is not False:
                kept.append(item)
        return List(tuple(kept), exact, "iter")

    def builtin_any(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        answers = [self.truth(item, world) for item in items]
        return Scalar("bool", True) if True in answers else Scalar("bool", False) if exact and None not in answers else Scalar("bool")

    def builtin_all(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[0], world)
        answers = [self.truth(item, world) for item in items]
        return Scalar("bool", False) if False in answers else Scalar("bool", True) if exact and None not in answers else Scalar("bool")

    def builtin_isinstance(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        value, of = arguments.given[0], arguments.get("", 1)
        if isinstance(of, External):
            if world.frame(value) is not None:
                return Scalar("bool", of.name in ("pandas.DataFrame", "builtins.object"))
            if isinstance(value, Scalar) and value.kind != UNSURE:
                wanted = KIND_BY_CLASS.get(of.name)
                return Scalar("bool", False) if wanted != value.kind and value.kind in ("none", "str") else Scalar("bool", True) if wanted == value.kind else Scalar("bool")
            if isinstance(value, List) or isinstance(world.thing(value), (List, Dict)):
                form = "dict" if isinstance(world.thing(value), Dict) else (world.listing(value) or List()).form
                return Scalar("bool", of.name == f"builtins.{form}") if of.name.startswith(("builtins.", "pandas.")) else Scalar("bool")
        return Scalar("bool")

    def builtin_getattr(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        name = label(arguments.get("", 1))
        return self.attribute(arguments.given[0], name, node, world) if isinstance(name, str) else None

    def builtin_setattr(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        name, thing = label(arguments.get("", 1)), world.thing(arguments.given[0])
        if isinstance(thing, Instance) and isinstance(arguments.given[0], Ref):
            known = isinstance(name, str)
            new = thing._replace(attributes={**thing.attributes, name: arguments.get("", 2)}) if known else thing._replace(strange=True)
            world.put(arguments.given[0], new)
        return NONE

    def builtin_type(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        return self.class_of(arguments.given[0], world)

    # pandas and numpy

    def call_external(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        self.spend()
        if name.startswith("pandas."):
            return self._pandas(name, arguments, node, world)
        if name.startswith("numpy."):
            return self._numpy(name, arguments, node, world)
        return super().call_external(name, arguments, node, world)

    def _pandas(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if name in ("pandas.concat", "pandas.core.reshape.concat.concat"):
            return self.concat(arguments, node, world)
        if name in ("pandas.DataFrame", "pandas.core.frame.DataFrame"):
            return self.make_frame(arguments, node, world)
        if name in ("pandas.DataFrame.from_records", "pandas.DataFrame.from_dict"):
            return self._from(name, arguments, node, world)
        if name in ("pandas.Series", "pandas.Index"):
            made = self.make_series(arguments, node, world)
            return made._replace(form="index") if name.endswith("Index") and isinstance(made, Array) else made
        if name == "pandas.array":
            return self._nullable_array(arguments, node, world)
        if name == "pandas.Categorical":
            return self.make_categorical(arguments, node, world)
        if name in ("pandas.to_datetime", "pandas.to_timedelta", "pandas.to_numeric"):
            return self.make_times(name, arguments, node, world)
        if name in ("pandas.date_range", "pandas.bdate_range", "pandas.timedelta_range", "pandas.RangeIndex"):
            return self.make_range(name, arguments, node, world)
        if name in ("pandas.isna", "pandas.isnull", "pandas.notna", "pandas.notnull"):
            return self._asked_na(name, arguments, world)
        if name == "pandas.json_normalize" and not arguments.named and len(arguments.given) == 1:
            return self._normalized(arguments, node, world)
        if name.startswith(READERS) or name in LAID_OUT:
            return None if "chunksize" in arguments.named or "iterator" in arguments.named else world.new(ANY_FRAME._replace(line=getattr(node, "lineno", 0)))
        if name in BY_NAME:
            return Array("dtype", BY_NAME[name] if not (arguments.given or arguments.named) else UNSURE)
        return super().call_external(name, arguments, node, world)

    def _from(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if name.endswith("from_records"):
            named = {"data": arguments.get("data", 0), **{key: value for key, value in arguments.named.items() if key == "columns"}}
            known = set(arguments.named) <= {"data", "columns"} and len(arguments.given) <= 1
        else:
            named = {"data": arguments.get("data", 0), **{key: value for key, value in arguments.named.items() if key in ("columns", "dtype")}}
            orient = label(arguments.get("orient", 1)) if arguments.has("orient", 1) else "columns"
            thing = world.thing(arguments.get("data", 0))
            if orient == "index" and isinstance(thing, Dict) and not thing.strange and not thing.more:
                named["data"] = List(tuple(value for _, value in thing.items))
                made = self.make_frame(Arguments((), named, arguments.sure), node, world)
                frame = world.frame(made)
                if frame is not None and isinstance(made, Ref):
                    world.put(made, frame._replace(index=None))
                return made
            known = orient == "columns"
        return self.make_frame(Arguments((), named, arguments.sure), node, world) if known else world.new(ANY_FRAME)

    def _normalized(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        listing = world.listing(arguments.given[0])
        rows = [world.thing(item) for item in listing.items] if listing is not None else [None]
        flat = all(isinstance(row, Dict) and not any(isinstance(world.thing(value), Dict) for _, value in row.items) for row in rows)
        return self.make_frame(arguments, node, world) if flat else world.new(ANY_FRAME)

    def _nullable_array(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        made = self.make_series(Arguments(arguments.given[:1], arguments.named, arguments.sure), node, world)
        if not isinstance(made, Array):
            return None
        if not arguments.has("dtype", 1):
            nullable = {"int64": "Int64", "float64": "Float64", "bool": "boolean"}
            is_text = made.values is not None and made.rows and all(isinstance(one, str) for one in made.values)
            made = made._replace(dtype="string" if is_text else nullable.get(made.dtype, made.dtype if made.dtype.startswith("datetime") else UNSURE))
        elif len(arguments.given) > 1:
            made = self.make_series(Arguments(arguments.given[:1], {"dtype": arguments.given[1]}), node, world)
        return made._replace(form="array", values=None) if isinstance(made, Array) else None

    def _asked_na(self, name: str, arguments: Arguments, world: World) -> Value:
        value = arguments.get("obj", 0)
        if isinstance(value, Array):
            return self.na_flags(value, ".is" in name)
        frame = world.frame(value)
        if frame is not None:
            return self.call(Method(value, "isna"), Arguments(), ast.Pass(), world)
        answer = is_na(value) if isinstance(value, Scalar) else None
        return Scalar("bool") if answer is None else Scalar("bool", answer is (".is" in name))

    def _numpy(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        short = name[6:]
        if short in ("array", "asarray"):
            return self.make_array(arguments, node, world)
        if name in SIZED:
            return self.make_sized(name, arguments, node, world)
        if short in ("arange", "linspace"):
            return self.make_range(name, arguments, node, world)
        if short in SCALARS_OF_NUMPY and "axis" not in arguments.named and len(arguments.given) == 1:
            value = arguments.given[0]
            full = value.rows != 0 if isinstance(value, Array) else bool((world.listing(value) or List((NONE,))).items)
            return Scalar("float") if full else None
        if short.startswith("random."):
            return self._random(short, arguments, node)
        if short in ("sqrt", "exp", "log", "sin", "cos", "abs", "tanh", "log1p", "log10"):
            value = arguments.given[0] if arguments.given else None
            if isinstance(value, Array):
                return value._replace(dtype="float64", na=value.na if value.na != "none" else "none", values=None)
            return Scalar("float") if isinstance(value, Scalar) and value.kind in ("int", "float") else None
        return super().call_external(name, arguments, node, world)

    def _random(self, short: str, arguments: Arguments, node: ast.AST) -> Value:
        """`numpy.random`: arrays of floats or ints, of the size that is given."""
        function = short.rpartition(".")[2]
        dtype = {"rand": "float64", "randn": "float64", "random": "float64", "uniform": "float64", "normal": "float64", "randint": "int64"}.get(function)
        size = arguments.named.get("size")
        if function in ("rand", "randn") and arguments.given:
            counts = [label(value) for value in arguments.given]
            rows = counts[0] if isinstance(counts[0], int) else None
            width = None if len(counts) == 1 else counts[1] if isinstance(counts[1], int) else -1
            return Array("array", "float64", rows if rows is not None else MANY, "none", width=width, line=getattr(node, "lineno", 0))
        if function == "random" and arguments.given:
            size = arguments.given[0]
        if dtype is not None and size is not None:
            count = label(size)
            rows = count if isinstance(count, int) else MANY
            return Array("array", dtype, rows, "none", line=getattr(node, "lineno", 0)) if not isinstance(size, List) else Array("array")
        return Scalar("float" if dtype == "float64" else "int") if dtype is not None and not isinstance(size, List) else None

    # pandas.concat

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
            self.reports.setdefault(node, report)
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
        return Frame(((name, Column(value.dtype, value.na, value.mask, alone(name), value.line)),), value.rows, False, value.index, value.line)

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
        same = len({frame.index for frame in known}) == 1 and known[0].index is not None
        if len({repr(name) for name, _ in columns}) != len(columns):
            return world.new(ANY_FRAME._replace(line=line))
        if not same:
            return world.new(Frame(tuple((name, Column(line=line)) for name, _ in columns), None, True, None, line))
        return world.new(Frame(tuple(columns), known[0].rows, any(frame.is_open for frame in known), known[0].index, line))

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


def _part(frame: Frame, place: int, name: Any) -> Part:
    column = frame.column(name)
    if frame.rows == 0:
        return Part(place, frame.line, "empty")
    return Part(place, column.line if column is not None else frame.line, "all NA")


def _is_given(arguments: Arguments, name: str) -> bool:
    value = arguments.named.get(name, NONE)
    return value != NONE


__all__ = ["Functions", "constant", "same_label"]
