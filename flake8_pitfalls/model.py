"""The words that every floor above shares: rules, hits, findings, fixes and settings. Plain data, no input or output."""

from __future__ import annotations

import ast
import enum
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from flake8_pitfalls.text.source import Span as Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


class Level(enum.Enum):
    """How sure harm is: an error is wrong whenever it runs, a warning under the conditions its message names, a note costs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Safety(enum.IntEnum):
    """Who may apply a fix: SAFE anyone, UNSAFE whoever asks for it, DISPLAY nobody but a reader."""

    SAFE = 0
    UNSAFE = 1
    DISPLAY = 2


class Edit(NamedTuple):
    """One replacement: the characters of `span` become `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together, with a title for people and who may apply them."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class Related(NamedTuple):
    """Another place that explains a finding, such as a step on the path to a blocking call.

    `path` is a file's path, or "" for the finding's own file; `line` counts from 1, `column` from 1 in characters; `cell` as in Finding.
    """

    path: str
    line: int
    column: int
    message: str
    cell: int = 0


class Hit(NamedTuple):
    """What a rule's check yields: the place, the message, and (lazily) the fix. Lives inside one engine call.

    `where` is a node whose position is trusted (never one inside an f-string, see `facts/strings.py`) or a `Span`.
    `fix` is called only when a fix is wanted; it answers None where no right fix exists.
    """

    where: ast.AST | Span
    message: str
    fix: Callable[[], Fix | None] | None = None
    related: tuple[Related, ...] = ()


class Finding(NamedTuple):
    """A hit as plain data: it crosses processes and machines, and may come from a cache.

    `span` holds character offsets; `line` and `column` count from 1, columns in characters; `rests_on` names the
    other modules whose summaries were read to say so. `cell`: 0, or where people see it in a notebook the cell (from 1, all cells
    counted), and then `line` is a line of that cell.
    """

    code: str
    name: str
    level: Level
    message: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    related: tuple[Related, ...] = ()
    rests_on: tuple[str, ...] = ()
    cell: int = 0


class Judged(NamedTuple):
    """All that was found in one text, for a rule on findings: the codes that were looked for, and the findings, hidden ones too."""

    codes: frozenset[str]
    findings: tuple[Finding, ...]


class Gate(Protocol):
    """What a text is asked before it is parsed: a compiled pattern, or a `text.gate.InCode`; None means that it holds no such finding."""

    def search(self, string: str, /) -> object | None: ...


class Rule(NamedTuple):
    """One rule, as its file declares it with `@rule`."""

    code: str
    name: str
    level: Level
    default: bool
    on: tuple[type, ...]
    words: tuple[str | frozenset[str], ...]
    text: Gate | None
    fixes: Safety | None
    check: Callable[[Any, Module], Iterator[Hit]]
    light: bool = False


class SummaryStore(Protocol):
    """Where summaries of modules come from: memory, a cache on disk, another machine. Keys are content digests."""

    def get(self, key: str) -> dict[str, Any] | None: ...

    def put(self, key: str, summary: dict[str, Any]) -> None: ...


class Files(Protocol):
    """The project's files as this run sees them: an open buffer wins over the disk."""

    def text(self, path: str) -> str | None:
        """The decoded text of a file, or None where it is missing or cannot be read or decoded."""

    def exists(self, path: str) -> bool: ...

    def is_folder(self, path: str) -> bool: ...

    def stamp(self, path: str) -> tuple[int, int] | None:
        """What changes when the file does; None where there is none."""

    def names(self, folder: str) -> list[str]:
        """What stands in a folder."""

    def absolute(self, path: str) -> str:
        """A path from the root on; "" is the folder that the run began in."""

    def is_standard(self, folder: str) -> bool:
        """Whether a folder is the standard library's."""

    def below(self, root: str) -> Iterable[str]:
        """The Python files below a folder, for the question who imports a module."""


class Settings(NamedTuple):
    """What users decide, the same for every door.

    `src`: folders that first-party modules are imported from; `blocking_calls` and `offloading_decorators`: qualified
    names, `*` allowed; `pandas_version`: "both", or a version such as "2.2"; `green_runner`: "gevent" or "eventlet" where
    the runner patches everything first (`python -m gevent.monkey`, a gevent worker); `module_limit`: how many other modules
    are read for one file before the rest is unknown; `target_version`: the lowest Python that the code runs on, (0, 0) where
    that is not said.
    """

    src: tuple[str, ...] = ()
    blocking_calls: tuple[str, ...] = ()
    offloading_decorators: tuple[str, ...] = ()
    pandas_version: str = "both"
    green_runner: str = ""
    module_limit: int = 400
    target_version: tuple[int, int] = (0, 0)


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    *,
    level: Level,
    on: type | tuple[type, ...],
    words: tuple[str | frozenset[str], ...] = (),
    text: Gate | None = None,
    default: bool = True,
    fixes: Safety | None = None,
    light: bool = False,
) -> Callable[[Callable[..., Iterator[Hit]]], Callable[..., Iterator[Hit]]]:
    """Registers a rule's `check`.

    `on`: the node types it is called with; `ast.Module` for a whole file; `SyntaxError` for a text that does not parse;
    `Judged` for what all other rules found.
    `words`: a file without them is left unparsed: each item must occur as a word of its text, of a set one of its items.
    `text`: a compiled pattern, or an `InCode`, under the same law. Both must be sound: they never rule out a file that holds a finding.
    `light`: where the tree is at hand, as under flake8, `check` is done sooner than `text`, which is then not asked.
    """

    def register(check: Callable[..., Iterator[Hit]]) -> Callable[..., Iterator[Hit]]:
        types = on if isinstance(on, tuple) else (on,)
        RULES[code] = Rule(code, name, level, default, types, words, text, fixes, check, light)
        return check

    return register
