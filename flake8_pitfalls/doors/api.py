"""The Python API: `check` and `fix`, text in, plain data out. Nothing is read but what is handed in, and the modules that it imports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flake8_pitfalls import rules
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.model import Finding, Rule, Settings
from flake8_pitfalls.running.config import Choice
from flake8_pitfalls.running.document import Document, placed
from flake8_pitfalls.text.coding import Undecodable

__all__ = ["Fixed", "check", "fix"]


class Fixed(NamedTuple):
    """What `fix` made of a text: the new `text`, the findings that were `fixed` (where they stood) and those that are `left` in it."""

    text: str
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


def check(
    source: str,
    *,
    path: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    settings: Settings | None = None,
    noqa: bool = True,
) -> list[Finding]:
    """The findings in a program text, in the order of the text.

    `path`: where the text stands, for messages and for its imports; "" for nowhere. `select`, `ignore`: codes or beginnings of codes;
    "ALL" for every one. `noqa`: whether `# noqa` hides findings. Where `path` ends in ".ipynb", the text is a notebook's JSON, and a
    finding names its `cell` and the line there. Raises SyntaxError where the text does not parse and no finding says why, and ValueError
    where a notebook cannot be read.
    """
    document = opened(source, path)
    outcome = placed(document.judged(path, chosen(select, ignore), settings or Settings(), Policy(noqa=noqa)))
    raise_where_broken(outcome)
    return [verdict.finding for verdict in outcome.verdicts]


def fix(
    source: str,
    *,
    path: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    unsafe: bool = False,
    settings: Settings | None = None,
    noqa: bool = True,
) -> Fixed:
    """The text with its findings repaired, as `pitfalls-fix` would; `unsafe` makes the unsafe fixes too. The rest is as for `check`.

    Of a notebook the new text is its JSON, with no more changed than the sources of cells.
    """
    document = opened(source, path)
    outcome = document.repaired(path, chosen(select, ignore), settings or Settings(), Policy(unsafe=unsafe, noqa=noqa))
    after, outcome = document.whole(outcome.after), placed(outcome)
    raise_where_broken(outcome)
    fixed, left = ([verdict.finding for verdict in outcome.verdicts if verdict.fixed is done] for done in (True, False))
    return Fixed(after, tuple(fixed), tuple(left))


def opened(source: str, path: str) -> Document:
    """A text as what its path says that it is. Raises ValueError."""
    try:
        return Document(path, source)
    except Undecodable as error:
        raise ValueError(f"{path}: {error}") from None


def chosen(select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """The rules that these codes stand for."""
    choice = Choice(tuple(select), tuple(ignore))
    return [rule for rule in rules.load().values() if choice.takes(rule)]


def raise_where_broken(outcome: Outcome) -> None:
    """Raises SyntaxError where the text does not parse, and no finding says why."""
    if outcome.broken:
        raise SyntaxError(f"{outcome.path or '<text>'}: {outcome.errors[0]}")
