"""Findings as annotations of a GitHub workflow run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.report.places import Places
from flake8_pitfalls.report.text import is_plain, shown, where

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A workflow command a finding that is left, and one a file that could not be dealt with."""
    for outcome in outcomes:
        places = Places(outcome)
        for verdict in outcome.verdicts:
            found = verdict.finding
            if verdict.fixed:
                continue
            place = places.of(found)
            lines_and_columns = f"line={place.line},col={place.column},endLine={place.end_line},endColumn={place.end_column}"
            file = f"file={named(outcome.path)},{lines_and_columns}"
            message = f"{where(outcome.path, found)}: {found.code} {found.message}"
            yield f"::{COMMANDS[found.level.value]} title={found.code} {found.name},{file}::{escaped(message)}\n"
        for error in outcome.errors:
            yield f"::error title=flake8-pitfalls,file={named(outcome.path)}::{escaped(f'{shown(outcome.path)}: {error}')}\n"


def named(path: str) -> str:
    """A file as a property: with "/" between its parts, as the service names files."""
    return escaped(path.replace(os.sep, "/"), ":,")


def escaped(text: str, more: str = "") -> str:
    """A text as workflow commands want it: percent signs and line ends spelt out, in properties colons and commas too; and what a
    terminal would obey, where somebody reads the log."""
    return "".join(f"%{ord(one):02X}" if one in "%\r\n" + more else one if is_plain(one) else shown(one) for one in text)
