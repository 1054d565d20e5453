"""What the parts of the analysis of frames share: how it branches, what it costs, and what it writes down."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.frames.concat import Change
from flake8_pitfalls.facts.frames.domain import Array, Frame, Function, Ref, Value, World

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Names


class Infeasible(Exception):
    """This way is not taken: what was evaluated raises, or ends the program."""


class OutOfBudget(Exception):
    """The file is too much to run through; what is found so far stands."""


class Part(NamedTuple):
    """A frame that went into a concat: which one, the line it was made on, and why it is left out: "empty" or "all NA"."""

    place: int
    line: int
    why: str


class Changed(NamedTuple):
    """A column that changes its dtype in a concat, and the parts that make it so."""

    change: Change
    parts: tuple[Part, ...]


class Report(NamedTuple):
    """What was seen at one concat call in one world: the columns that change, and what it was given.

    `objects`: one for each object that was handed over, None among them; `frames` only the frames, which `Part`s and `Change`s count.
    """

    call: ast.Call
    changed: tuple[Changed, ...]
    frames: tuple[Frame, ...]
    objects: int
    keyed: bool
    inner: bool
    is_dict: bool


class Loss(NamedTuple):
    """A column that a `dropna(axis=1)` before a concat took, and where that is reported.

    `concat` is the concat that lacks it, None where that is not known; `in_others`: other frames there have the column.
    """

    where: ast.Call
    dropna: ast.Call
    label: Any
    had_values: bool
    made: int
    concat: Report | None
    in_others: bool


class Arguments(NamedTuple):
    """The arguments of a call. `sure`: no `*` or `**` of unknown content stands among them."""

    given: tuple[Value, ...] = ()
    named: Mapping[str, Value] = {}
    sure: bool = True

    def get(self, name: str, place: int = -1, default: Value = None) -> Value:
        """The argument of that name, or at that place counted from 0."""
        if name in self.named:
            return self.named[name]
        return self.given[place] if 0 <= place < len(self.given) else default

    def has(self, name: str, place: int = -1) -> bool:
        return name in self.named or 0 <= place < len(self.given)

    def after(self, more: Sequence[Value]) -> Arguments:
        """The same with arguments before the given ones."""
        return self._replace(given=(*more, *self.given))


class Base:
    """One run of the analysis over one module. The parts of the machine are classes on top of this one."""

    def __init__(self, module: Module, budget: int) -> None:
        self.module = module
        self.budget = budget
        self.reports: dict[ast.Call, list[Report]] = {}  # the ways in which a call was come upon
        self.losses: dict[tuple[ast.Call, ast.Call, Any], Loss] = {}
        self.restored: set[tuple[ast.Call, str]] = set()
        self.defined: list[tuple[Function, World]] = []
        self.asserted: dict[ast.Assert, bool] = {}  # whether it can hold
        self.calling: list[ast.AST] = []
        self.called: set[ast.AST] = set()  # functions that were run
        self.depth = 0
        self._script: list[int] = []
        self._taken: list[int] = []
        self._open: list[list[int]] = []

    def evaluate(self, node: ast.expr, world: World) -> Value:
        raise NotImplementedError

    def call(self, function: Value, arguments: Arguments, node: ast.AST, world: World) -> Value:
        raise NotImplementedError

    def store(self, target: ast.expr, value: Value, world: World) -> None:
        raise NotImplementedError

    def member(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        """An attribute of an instance or a class of this module."""
        raise NotImplementedError

    def names(self, world: World) -> Names:
        """The names of the module whose code is running."""
        raise NotImplementedError

    def root(self, world: World) -> Ref:
        """The environment of that module."""
        raise NotImplementedError

    def resolved(self, value: Value, world: World) -> Value:
        """What a name of another module stands for, where that module was read."""
        raise NotImplementedError

    def attribute(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        raise NotImplementedError

    def truth(self, value: Value, world: World) -> bool | None:
        raise NotImplementedError

    def items(self, value: Value, world: World) -> tuple[list[Value], bool]:
        """The items of an iterable, and whether these are all."""
        raise NotImplementedError

    def lookup(self, name: str, world: World) -> Value:
        raise NotImplementedError

    def set_column(self, ref: Ref, name: Any, value: Value, line: int, world: World) -> None:
        """`frame[name] = value`."""
        raise NotImplementedError

    def as_array(self, value: Value, line: int, world: World) -> Array | None:
        """A list or an array as an array; None where it is neither."""
        raise NotImplementedError

    def is_callable(self, value: Value, world: World) -> bool:
        raise NotImplementedError

    def invoke(self, function: Function, arguments: Arguments, node: ast.AST, world: World) -> Value:
        """Runs a function of this module."""
        raise NotImplementedError

    def spend(self, steps: int = 1) -> None:
        self.budget -= steps
        if self.budget < 0:
            raise OutOfBudget

    def choose(self, ways: int) -> int:
        """Which of several ways to go on: the first one now, the others when the statement is run again."""
        if ways <= 1:
            return 0
        n = len(self._taken)
        if n < len(self._script):
            way = self._script[n]
        else:
            way = 0
            self._open += [[*self._taken, other] for other in range(1, ways)]
        self._taken.append(way)
        return way
