"""What the analysis of frames takes values for: frames with columns, arrays, scalars, containers, functions; and their worlds.

`None` is a value that nobody knows. Every value is immutable; what a program can change stands in a world's heap, behind a `Ref`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.frames.dtypes import UNSURE, holds_na, is_extension

if TYPE_CHECKING:
    from flake8_pitfalls.facts.names import Scope

Index = tuple[str, int] | tuple[str, int, int] | None  # ("range", rows), or where it was made
MANY = -1  # one row or more, nobody knows how many
LONGEST_MASK = 12


class Unset:
    """Stands where no constant is known."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Scalar(NamedTuple):
    """A single value: its kind (see `knowledge/dtypes.py`) and, where known, the constant itself."""

    kind: str
    const: Any = UNSET


class Array(NamedTuple):
    """A Series, an index or an array: `form` says which; `mask` is True where an item is NA; `width` is None but for tables.

    `rows` counts items: MANY for one or more, None where not known; `na` is all, some, none or `UNSURE`. Two with the same
    `index` have the same row labels.
    """

    form: str
    dtype: str = UNSURE
    rows: int | None = None
    na: str = UNSURE
    mask: tuple[bool, ...] | None = None
    name: Any = UNSET
    row_labels: Index = None
    width: int | None = None
    line: int = 0
    values: tuple[Any, ...] | None = None  # the items as scalars, where they are known


class Column(NamedTuple):
    """A column of a frame. `block` names the block that holds it: columns that share one have the same; None where not known."""

    dtype: str = UNSURE
    na: str = UNSURE
    mask: tuple[bool, ...] | None = None
    block: str | None = None
    line: int = 0
    values: tuple[Any, ...] | None = None  # its items, where the text gives them


class Dropped(NamedTuple):
    """A column that `dropna(axis=1)` took away: whether it held values, the call that did it, and the line the frame was made on."""

    label: Any
    had_values: bool
    call: ast.Call
    line: int
    column: Column


class Frame(NamedTuple):
    """A DataFrame. `is_open`: it may have columns that are not listed; `lost`: columns that a concat lost, by its call."""

    columns: tuple[tuple[Any, Column], ...] = ()
    rows: int | None = None
    is_open: bool = False
    row_labels: Index = None
    line: int = 0
    dropped: tuple[Dropped, ...] = ()
    lost: tuple[tuple[ast.Call, Any], ...] = ()

    def column(self, label: Any) -> Column | None:
        for other, column in self.columns:
            if same_label(other, label):
                return column
        return None

    def place(self, label: Any) -> int:
        """Which of its columns it is, from 0; -1 where it has none of that name."""
        return next((n for n, (other, _) in enumerate(self.columns) if same_label(other, label)), -1)

    @property
    def labels(self) -> tuple[Any, ...]:
        return tuple(label for label, _ in self.columns)

    @property
    def is_empty(self) -> bool | None:
        """What its `.empty` says: no rows or no columns."""
        if self.rows == 0 or (not self.columns and not self.is_open):
            return True
        if self.rows is None or not self.columns:
            return None
        return False

    def with_column(self, label: Any, column: Column) -> Frame:
        """The frame with this column in the place of the one of that name, or after all others."""
        if self.column(label) is None:
            return self._replace(columns=(*self.columns, (label, column)))
        return self._replace(columns=tuple((old, column if same_label(old, label) else kept) for old, kept in self.columns))

    def only(self, labels: Iterable[Any]) -> Frame:
        """The frame with these of its columns, in this order."""
        found = tuple((label, column) for label in labels if (column := self.column(label)) is not None)
        return self._replace(columns=found)


ANY_FRAME = Frame(is_open=True)


class Ref(NamedTuple):
    """Where in the heap a thing stands that can change: a Frame, List, Dict, Env, Class or Instance."""

    at: int


class List(NamedTuple):
    """A list, tuple, set or an iterator over one. `exact`: these items and no others; else there may be more like them.

    `strange`: there may be items of which nothing is known.
    """

    items: tuple[Value, ...] = ()
    exact: bool = True
    form: str = "list"
    strange: bool = False


class Dict(NamedTuple):
    """A dict: items by constant key; `more`: values under keys that are not known; `strange`: there may be anything else in it."""

    items: tuple[tuple[Any, Value], ...] = ()
    more: tuple[Value, ...] = ()
    strange: bool = False
    factory: Value = None

    def get(self, key: Any) -> tuple[Value] | None:
        for other, value in self.items:
            if same_label(other, key):
                return (value,)
        return None


class Function(NamedTuple):
    """A function of this module and the environment that it was made in; `self` is what it is bound to."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    env: Ref
    bound: Value = None
    kind: str = ""  # staticmethod, classmethod, property, or "?" under a decorator that is not known


class External(NamedTuple):
    """What an import brings, by its dotted name."""

    name: str


class Method(NamedTuple):
    """A method of a value that is not of this module, not yet called."""

    of: Value
    name: str


class Row(NamedTuple):
    """A Series with a value for each label: a row of a frame, or a Series made of a dict. `turned`: it stands as a frame of one column."""

    items: tuple[tuple[Any, Value], ...]
    dtype: str
    line: int = 0
    turned: bool = False


class Partial(NamedTuple):
    """A callable with some arguments given."""

    function: Value
    arguments: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]


class Env(NamedTuple):
    """The names of one running scope."""

    scope: Scope
    parent: Ref | None
    names: dict[str, Value]


class Class(NamedTuple):
    """A class of this module: its attributes and its bases."""

    node: ast.ClassDef
    attributes: dict[str, Value]
    bases: tuple[Value, ...]


class Instance(NamedTuple):
    """An object of a class of this module. `strange`: its attributes may have been set by code that was not seen."""

    of: Ref
    attributes: dict[str, Value]
    strange: bool = False


Value = Scalar | Array | Ref | List | Row | Function | External | Method | Partial | None
Thing = Frame | List | Dict | Env | Class | Instance

NONE = Scalar("none", None)
TRUE = Scalar("bool", True)
FALSE = Scalar("bool", False)


def same_label(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def summary(mask: tuple[bool, ...]) -> str:
    """all, some or none of the items are NA."""
    return "none" if not any(mask) else "all" if all(mask) else "some"


def column_is_na(column: Column, rows: int | None) -> bool | None:
    """Whether pandas 2 leaves the column out of the common dtype: it is empty or all NA. None where not known."""
    if column.dtype == UNSURE:
        return True if rows == 0 else None
    if not holds_na(column.dtype):
        return False
    if rows == 0 or column.na == "all":
        return True
    if column.na in ("some", "none") and rows is not None:
        return False
    return None


def block_of(dtype: str, label: Any) -> str | None:
    """The block in which a freshly built frame keeps a column: with all others of its dtype, or alone."""
    if dtype == UNSURE:
        return None
    return alone(label) if is_extension(dtype) else f"={dtype}"


def alone(label: Any) -> str:
    """The block of a column that was set by itself."""
    return f"+{label!r}"


def plus(one: int | None, other: int | None) -> int | None:
    """Rows of two together."""
    if one == 0:
        return other
    if other == 0:
        return one
    if one is None or other is None:
        return MANY if MANY in (one, other) or (one or 0) > 0 or (other or 0) > 0 else None
    return MANY if MANY in (one, other) else one + other


class World:
    """One way in which the program can have come here: the heap, and the environment that is running.

    `numbers` gives places in the heap; all worlds of a run share it, so that no two put different things in one place.
    """

    __slots__ = ("assumed", "env", "heap", "numbers", "returned", "value", "yielded")

    def __init__(self, heap: dict[int, Thing], env: Ref, numbers: Iterator[int]) -> None:
        self.heap = heap
        self.env = env
        self.numbers = numbers
        self.value: Value = None  # of the expression that was evaluated last: a test, or what is iterated over
        self.returned: Value = NONE
        self.assumed: dict[str, tuple[bool, frozenset[str]]] = {}  # tests whose outcome is not known, taken one way
        self.yielded: tuple[Value, ...] = ()

    def copy(self) -> World:
        other = World(dict(self.heap), self.env, self.numbers)
        other.value = self.value
        other.returned = self.returned
        other.assumed = dict(self.assumed)
        other.yielded = self.yielded
        return other

    def new(self, thing: Thing) -> Ref:
        ref = Ref(next(self.numbers))
        self.heap[ref.at] = thing
        return ref

    def thing(self, value: Value) -> Thing | None:
        return self.heap.get(value.at) if isinstance(value, Ref) else None

    def frame(self, value: Value) -> Frame | None:
        found = self.thing(value)
        return found if isinstance(found, Frame) else None

    def listing(self, value: Value) -> List | None:
        """A list behind a reference, or a tuple that is its own."""
        if isinstance(value, List):
            return value
        found = self.thing(value)
        return found if isinstance(found, List) else None

    def put(self, ref: Ref, thing: Thing) -> None:
        self.heap[ref.at] = thing

    def bind(self, name: str, value: Value, env: Ref | None = None) -> None:
        at = env or self.env
        found = self.heap[at.at]
        assert isinstance(found, Env)
        self.heap[at.at] = found._replace(names={**found.names, name: value})
        if self.assumed:
            self.forget(name)

    def forget(self, name: str) -> None:
        """Assumptions about a name end where it is bound again."""
        for text in [text for text, (_, names) in self.assumed.items() if name in names]:
            del self.assumed[text]
