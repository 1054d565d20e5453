"""What an expression can stand for: kinds of values, and the questions that rules ask about them.

`module.values.of(node)` gives a frozenset of values: every one that the program shows. `UNKNOWN` among them means that there may be
others; whoever must be certain asks `certain`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.view import View


class Const(NamedTuple):
    """A value that stands in the text; `type` keeps 1, 1.0 and True apart."""

    value: Any
    type: str


class Thing(NamedTuple):
    """Something that is not this project's: a module, class, function or attribute by its dotted name.

    `receiver` is the instance that a method was taken from.
    """

    name: str
    receiver: Any = None


class ModuleOf(NamedTuple):
    """A module of this project."""

    name: str


class Cls(NamedTuple):
    """A class of this project."""

    module: str
    qualname: str


class Func(NamedTuple):
    """A function of this project, with the object it is bound to and the parameters of functions around it that are known."""

    module: str
    qualname: str
    receiver: Any = None
    env: tuple[tuple[tuple[str, str, str], frozenset[Any]], ...] = ()


class Wrapped(NamedTuple):
    """A function under a decorator that changes how it is called: property, staticmethod, classmethod, contextmanager …"""

    kind: str
    function: Any


class Site:
    """The call that made an instance: its arguments can be asked for. Equal where the place is.

    `kept`: what was found out of the instance that this call, with what is known around it, makes.
    """

    __slots__ = ("env", "kept", "term", "view")

    def __init__(self, view: View, term: list[Any], env: dict[Any, Any]) -> None:
        self.view = view
        self.term = term
        self.env = env
        self.kept: dict[Any, frozenset[Any]] | None = None

    @property
    def line(self) -> int:
        return int(self.term[4])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Site) and other.term is self.term

    def __hash__(self) -> int:
        return id(self.term)


class Given(Site):
    """A call of which only the arguments that matter are kept, as values: it holds no tree, and is equal where they are.

    `positions`: a value set for each place, None where nothing that matters is handed over; `keywords` the same by name.
    """

    __slots__ = ("keywords", "positions")

    def __init__(self, positions: tuple[frozenset[Any] | None, ...], keywords: tuple[tuple[str, frozenset[Any]], ...]) -> None:
        self.positions = positions
        self.keywords = keywords
        self.term = ["call", None, [None] * len(positions), [[name, None] for name, _ in keywords], 0]
        self.env = {}
        self.kept = None

    def argument(self, place: int | None, name: str | None) -> frozenset[Any] | None:
        for keyword, found in self.keywords:
            if keyword == name and name is not None:
                return found
        if place is None or place >= len(self.positions):
            return None
        return self.positions[place] or NOTHING_KNOWN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Given) and (self.positions, self.keywords) == (other.positions, other.keywords)

    def __hash__(self) -> int:
        return hash((self.positions, self.keywords))


class Inst(NamedTuple):
    """An instance of a class, or what a call of something not of this project gave (`of` is then what was called)."""

    of: Any
    site: Site | None = None


class Running(NamedTuple):
    """What a call of a generator or async function gives: `kind` is coroutine, generator, asyncgenerator or contextmanager."""

    kind: str
    function: Any
    site: Site | None = None


class Seq(NamedTuple):
    """A list, tuple or set whose items are known one by one."""

    kind: str
    items: tuple[frozenset[Any], ...]


class Many(NamedTuple):
    """A container of any number of such items; of a dict, its values."""

    kind: str
    element: frozenset[Any]


class Mapping(NamedTuple):
    """A dict that is written out: (keys, values) pair by pair."""

    items: tuple[tuple[frozenset[Any], frozenset[Any]], ...]


class Partial(NamedTuple):
    """`functools.partial` of a function; the site holds the arguments."""

    function: Any
    site: Site


class Super(NamedTuple):
    """`super()` in a method of a class; `receiver` is the object that the method runs on."""

    cls: Cls
    receiver: Any = None


class Param(NamedTuple):
    """A parameter of which only its name is known."""

    module: str
    qualname: str
    name: str


class Unknown(NamedTuple):
    """Anything."""


UNKNOWN = Unknown()
NOTHING_KNOWN = frozenset((UNKNOWN,))
Values_ = frozenset[Any]


def builtin(name: str) -> Inst:
    """An instance of a builtin class, its value not known."""
    return Inst(Thing(f"builtins.{name}"))


def type_name(value: Any) -> str:
    """The dotted name of a value's class, "" where it is not known: `builtins.int`, `threading.Thread`."""
    if isinstance(value, Const):
        return f"builtins.{value.type}"
    if isinstance(value, Inst) and isinstance(value.of, Thing):
        return value.of.name
    if isinstance(value, (Seq, Many)):
        return f"builtins.{value.kind}"
    return "builtins.dict" if isinstance(value, Mapping) else ""


class Values:
    """The values of one module's expressions."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.view = module.project.own
        self.evaluator = module.project.evaluator
        self._known: dict[ast.AST, frozenset[Any]] = {}

    def of(self, node: ast.AST) -> frozenset[Any]:
        """Everything that an expression can stand for where it is written."""
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self.evaluator.of(self.view.terms.of(node), self.view, {})
        return found

    def one(self, node: ast.AST) -> Any | None:
        """The only value that an expression can stand for."""
        found = self.of(node)
        return next(iter(found)) if len(found) == 1 and UNKNOWN not in found else None

    def certain(self, node: ast.AST, is_so: Callable[[Any], bool]) -> bool:
        """Whether every value that an expression can stand for is so, and all are known."""
        found = self.of(node)
        return bool(found) and all(not isinstance(value, (Unknown, Param)) and is_so(value) for value in found)

    def is_int(self, node: ast.AST) -> bool:
        """Whether an expression is an int (no bool) in every run that gets there."""
        return self.certain(node, lambda value: type_name(value) == "builtins.int")

    def things(self, node: ast.AST) -> set[str]:
        """The dotted names of things outside this project that an expression can stand for."""
        return {value.name for value in self.of(node) if isinstance(value, Thing)}

    def node_of(self, function: Func) -> ast.AST | None:
        """The node of a function of this module."""
        return self.view.local.function_nodes.get(function.qualname) if function.module == self.view.module else None


def known_as(value: Any) -> str:
    """The dotted name of what an attribute gives, under which a module may put something else in its place."""
    if isinstance(value, (Func, Cls)):
        return f"{value.module}.{value.qualname}"
    return value.name if isinstance(value, Thing) else ""


def named_in(tables: list[frozenset[Any]], name: str | None) -> frozenset[Any] | None:
    """What the `**` arguments of a call hand over under a name: where each is a dict that is written out, else nobody knows."""
    found: frozenset[Any] | None = None
    for values in tables:
        table = next(iter(values)) if len(values) == 1 else UNKNOWN
        if not isinstance(table, Mapping) or not table.items:  # an empty one may be filled elsewhere
            return NOTHING_KNOWN
        for keys, given in table.items:
            if not all(isinstance(key, Const) for key in keys):
                return NOTHING_KNOWN
            if any(key.value == name for key in keys):
                found = given if found is None and len(keys) == 1 else NOTHING_KNOWN
    return found
