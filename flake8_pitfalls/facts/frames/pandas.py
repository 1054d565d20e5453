"""Functions of pandas and numpy."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts.frames.base import Arguments
from flake8_pitfalls.facts.frames.builtins import Builtins
from flake8_pitfalls.facts.frames.concats import Concats
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    MANY,
    NONE,
    Array,
    Dict,
    List,
    Method,
    Ref,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.dtypes import UNSURE
from flake8_pitfalls.facts.frames.infer import (
    is_na,
    label,
)
from flake8_pitfalls.facts.frames.make import Making
from flake8_pitfalls.facts.frames.make_arrays import SIZED
from flake8_pitfalls.knowledge.dtypes import BY_NAME

READERS = "pandas.read_"
LAID_OUT = (
    "pandas.merge",
    "pandas.merge_asof",
    "pandas.pivot_table",
    "pandas.crosstab",
    "pandas.get_dummies",
    "pandas.melt",
    "pandas.json_normalize",
)
SCALARS_OF_NUMPY = frozenset(("mean", "std", "var", "median", "average", "nanmean", "nanstd", "percentile", "quantile"))


class Functions(Builtins, Making, Concats):
    """What they give, by their dotted names."""

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
            return (
                None
                if "chunksize" in arguments.named or "iterator" in arguments.named
                else world.new(ANY_FRAME._replace(line=getattr(node, "lineno", 0)))
            )
        if name in BY_NAME:
            return Array("dtype", BY_NAME[name] if not (arguments.given or arguments.named) else UNSURE)
        return super().call_external(name, arguments, node, world)

    def _from(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if name.endswith("from_records"):
            named = {"data": arguments.get("data", 0), **{key: value for key, value in arguments.named.items() if key == "columns"}}
            known = set(arguments.named) <= {"data", "columns"} and len(arguments.given) <= 1
        else:
            named = {
                "data": arguments.get("data", 0),
                **{key: value for key, value in arguments.named.items() if key in ("columns", "dtype")},
            }
            orient = label(arguments.get("orient", 1)) if arguments.has("orient", 1) else "columns"
            thing = world.thing(arguments.get("data", 0))
            if orient == "index" and isinstance(thing, Dict) and not thing.strange and not thing.more:
                named["data"] = List(tuple(value for _, value in thing.items))
                made = self.make_frame(Arguments((), named, arguments.sure), node, world)
                frame = world.frame(made)
                if frame is not None and isinstance(made, Ref):
                    world.put(made, frame._replace(row_labels=None))
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
            made = made._replace(
                dtype="string" if is_text else nullable.get(made.dtype, made.dtype if made.dtype.startswith("datetime") else UNSURE)
            )
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
        if short == "isnan":
            return self._asked_na("pandas.isna", arguments, world)
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
        dtype = {
            "rand": "float64",
            "randn": "float64",
            "random": "float64",
            "uniform": "float64",
            "normal": "float64",
            "randint": "int64",
        }.get(function)
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
