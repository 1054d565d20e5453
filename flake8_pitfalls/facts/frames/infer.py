"""Which dtype pandas gives to values: scalars, lists of them, and what `dtype=` or `astype` names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from flake8_pitfalls.facts.frames.domain import LONGEST_MASK, MANY, UNSET, Array, External, Frame, List, Scalar, Value, World, summary
from flake8_pitfalls.facts.frames.dtypes import OBJECT, UNSURE, category, holds_na, is_category
from flake8_pitfalls.knowledge.dtypes import BY_NAME, BY_TEXT, BY_VALUE, DATELIKE, KIND_BY_CALL, KIND_BY_NAME, MASK_OF, NA_VALUES, NUMBERS

LARGEST_INT = 2**63
ZONED = re.compile(r"(?:[+-]\d\d:?\d\d|Z|UTC|GMT)$")


def constant(value: Any) -> Scalar:
    """A constant of the source as a value."""
    if value is None:
        return Scalar("none", None)
    kind = type(value).__name__
    return Scalar(kind if kind in BY_VALUE else "object", value)


def is_na(value: Value) -> bool | None:
    """Whether a value is None, NaN, NaT or NA; None where not known."""
    if value is None:
        return None
    if not isinstance(value, Scalar):
        return False
    if value.kind == "float" and value.const is not UNSET:
        return bool(value.const != value.const)
    return value.kind in NA_VALUES


def label(value: Value) -> Any:
    """A value as a column's label; UNSET where it is not known."""
    if isinstance(value, Scalar) and value.const is not UNSET:
        return value.const
    if isinstance(value, List) and value.exact and value.form == "tuple":
        parts = tuple(label(item) for item in value.items)
        return UNSET if UNSET in parts else parts
    return UNSET


def labels(value: Value, world: World) -> list[Any] | None:
    """The labels in a list, an index or a text of them; None where not all are known."""
    if isinstance(value, Array) and value.values is not None:
        return list(value.values)
    listing = world.listing(value)
    if listing is None or not listing.exact or listing.strange:
        frame = world.frame(value)
        return list(frame.labels) if frame is not None and not frame.is_open else None
    found = [label(item) for item in listing.items]
    return None if UNSET in found else found


def of_items(values: Sequence[Value]) -> tuple[str, tuple[bool, ...] | None]:
    """The dtype that pandas gives to a list of these, and which of them are NA."""
    dtype = _of_kinds(values)
    nas = [is_na(value) for value in values]
    if len(nas) > LONGEST_MASK or None in nas:
        return dtype, None
    return dtype, tuple(bool(na) for na in nas)


def _of_kinds(values: Sequence[Value]) -> str:
    if not values:
        return OBJECT
    kinds = set()
    for value in values:
        if value is None:
            kinds.add(UNSURE)
        elif isinstance(value, Scalar):
            is_nan = value.kind == "float" and value.const is not UNSET and value.const != value.const
            kinds.add("nan" if is_nan else "int" if value.kind == "many" else family(value.kind))
            if value.kind == "int" and value.const is not UNSET and not -LARGEST_INT <= value.const < LARGEST_INT:
                kinds.add("object")
        else:
            kinds.add("object")
    if UNSURE in kinds:
        real = kinds - NA_VALUES - {UNSURE}
        return OBJECT if real & {"str", "object", "bytes", "date", "decimal"} else UNSURE
    real, missing = kinds - NA_VALUES, kinds & NA_VALUES
    return _all_na(missing) if not real else _with_values(real, missing)


def _all_na(missing: set[str]) -> str:
    if "NA" in missing or missing == {"none"}:
        return OBJECT if "NaT" not in missing else UNSURE  # a NaT among objects fits no number
    return "datetime64[ns]" if "NaT" in missing else "float64"


def _with_values(real: set[str], missing: set[str]) -> str:
    if "NA" in missing:
        return OBJECT
    if real <= {"datetime"} or real <= {"timedelta"} or real <= {"datetime UTC"}:
        return BY_VALUE[next(iter(real))]
    if "NaT" in missing:
        return OBJECT
    if real <= {"int", "float"}:
        return "float64" if missing or "float" in real else "int64"
    if real <= {"int", "float", "complex"}:
        return "complex128"
    if real == {"bool"} and not missing:
        return "bool"
    return OBJECT


def array_of(values: Sequence[Value], form: str, line: int, *, numpy: bool = False) -> Array:
    """A Series, an index or (`numpy`) an array of these."""
    dtype, mask = of_items(values)
    if numpy and mask is not None and any(mask) and dtype == "float64" and any(isinstance(v, Scalar) and v.kind == "none" for v in values):
        dtype = OBJECT
    if not values and numpy:
        dtype = "float64"
    consts = tuple(label(value) for value in values)
    kept = consts if len(consts) <= LONGEST_MASK * 4 and UNSET not in consts else None
    na = summary(mask) if mask is not None else "none" if all(is_na(v) is False for v in values) else some_na(values)
    return Array(form, dtype, len(values), na, mask, line=line, row_labels=("range", len(values)), values=kept)


def some_na(values: Sequence[Value]) -> str:
    """What is known of the NAs of a list that is not known whole: where one item holds a value, it is not all NA."""
    nas = [is_na(value) for value in values]
    return "some" if True in nas and False in nas else UNSURE


def scalar_dtype(value: Scalar) -> str:
    """The dtype of a column that a scalar fills: a date brings its own unit."""
    dtype = of_items([value])[0]
    if family(value.kind) in DATELIKE:
        return dtype.replace("[ns", f"[{value.kind.partition(':')[2] or '?'}")
    return dtype


def family(kind: str) -> str:
    """A kind without the unit that it may name."""
    return kind.partition(":")[0]


def zone_of(texts: Iterable[Any]) -> str:
    """The time zone that texts of dates name: "" for none, "UTC", or `UNSURE`."""
    zones = {text.strip()[10:][-6:] for text in texts if isinstance(text, str) and ZONED.search(text.strip()[10:])}
    if not zones:
        return ""
    return "UTC" if all(zone.endswith(("Z", "+00:00", "+0000", "UTC")) for zone in zones) else UNSURE


def timestamp(value: Scalar | None) -> str:
    """The kind of `pandas.Timestamp(text)`: its unit is that of the text's last digits (pandas 2)."""
    if value is None or not isinstance(value.const, str):
        return "datetime:us" if value is not None and family(value.kind) == "datetime" else "datetime:?"
    zone = zone_of([value.const])
    if zone:
        return "?" if zone == UNSURE else "datetime UTC:?"
    fraction = value.const.partition(".")[2]
    if value.const in ("now", "today", "") or (fraction and not fraction.isdigit()):
        return "datetime:?"
    return f"datetime:{'s' if not fraction else 'ms' if len(fraction) <= 3 else 'us' if len(fraction) <= 6 else 'ns'}"


def dtype_of(value: Value, world: World) -> str:
    """The dtype that a value names in `dtype=` or `astype`; UNSURE where not known."""
    if isinstance(value, External):
        return BY_NAME.get(value.name, UNSURE)
    if isinstance(value, Scalar):
        return BY_TEXT.get(value.const, UNSURE) if isinstance(value.const, str) else UNSURE
    if isinstance(value, Array):  # an instance of a dtype class, kept as an empty array of it
        return value.dtype if value.form == "dtype" else UNSURE
    return UNSURE


def kind_of_name(name: str) -> str | None:
    """The kind of a constant of another module."""
    return KIND_BY_NAME.get(name)


def kind_of_call(name: str) -> str | None:
    """The kind of what a function of another module returns."""
    return KIND_BY_CALL.get(name)


def cast(array: Array, dtype: str) -> Array:
    """What `astype` makes of an array."""
    if dtype == UNSURE:
        return array._replace(dtype=UNSURE, na=UNSURE, mask=None, values=None)
    if dtype == "category[?|?]":
        return array._replace(dtype=as_category(array))
    if dtype == OBJECT and array.dtype not in (OBJECT, UNSURE):
        return array._replace(dtype=OBJECT)
    if is_category(array.dtype) and array.na != "none" and not holds_na(dtype):
        return array._replace(dtype=UNSURE, na=UNSURE, mask=None, values=None)
    if not holds_na(dtype) or dtype == "text":
        none = None if array.mask is None else (False,) * len(array.mask)
        return array._replace(dtype=dtype if dtype != "text" else OBJECT, na="none", mask=none, values=None)
    if array.dtype == OBJECT and array.na != "all" and dtype[:4] in ("date", "time") and not only_full_texts(array):
        return array._replace(dtype=dtype, na=UNSURE, mask=None, values=None)  # "" becomes NaT
    return array._replace(dtype=dtype, values=None)


def only_full_texts(array: Array) -> bool:
    """Whether its items that are not NA are texts which name something, as dates do."""
    values = [value for value in array.values or () if value is not None and value == value]
    return bool(values) and all(
        not isinstance(value, str) or (value.strip() and value.lower() not in ("nat", "nan", "none")) for value in values
    )


def as_category(array: Array) -> str:
    """The category dtype of the values of an array."""
    if is_category(array.dtype):
        return array.dtype
    if array.rows == 0 or array.na == "all":
        return category(array.dtype if array.dtype in (OBJECT, "float64") else UNSURE, "")
    if array.values is not None and array.mask is not None:
        kept = {repr(value) for value, na in zip(array.values, array.mask, strict=True) if not na}
        texts = all(isinstance(value, str) for value, na in zip(array.values, array.mask, strict=True) if not na)
        return category(array.dtype if texts or array.dtype != OBJECT else UNSURE, ", ".join(sorted(kept)))
    return category(array.dtype if array.dtype != OBJECT else UNSURE, UNSURE)


def nullable(dtype: str) -> str:
    """What `convert_dtypes` makes of a dtype where that is plain."""
    return MASK_OF.get(dtype, dtype) if dtype in NUMBERS and not dtype.startswith("complex") else UNSURE if dtype == OBJECT else dtype


def item_of(array: Array) -> Value:
    """One item of an array, as far as its dtype says what it is."""
    if array.na == "all":
        only_none = array.values and all(value is None for value in array.values)
        return Scalar("nan") if array.dtype.startswith("float") else Scalar("none", None) if only_none else None
    kinds = {"i": "int", "u": "int", "f": "float", "b": "bool", "c": "complex"}
    if array.dtype in NUMBERS:
        return Scalar(kinds[NUMBERS[array.dtype][0]])
    if array.dtype == "datetime64[ns]":
        return Scalar("datetime:ns")
    if array.dtype.startswith("timedelta"):
        return Scalar("timedelta:ns")
    return None


def frame_from(columns: Sequence[tuple[Any, Array]], rows: int | None, line: int, *, row_labels: Any = None) -> Frame:
    """A frame that was built at once of these arrays: pandas puts columns of one dtype into one block."""
    from flake8_pitfalls.facts.frames.domain import Column, block_of

    found = tuple(
        (
            name,
            Column(
                array.dtype,
                array.na if array.mask is None else summary(array.mask),
                array.mask,
                block_of(array.dtype, name),
                line,
                array.values,
            ),
        )
        for name, array in columns
    )
    return Frame(found, rows, False, row_labels if row_labels is not None or rows is None or rows == MANY else ("range", rows), line)
