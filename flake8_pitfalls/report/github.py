"""Findings as annotations of a GitHub workflow run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A workflow command a finding that is left, and one a file that could not be dealt with."""
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            found = verdict.finding
            if verdict.fixed:
                continue
            lines_and_columns = f"line={found.line},col={found.column},endLine={found.end_line},endColumn={found.end_column}"
            place = f"file={escaped(outcome.path, ':,')},{lines_and_columns}"
            message = f"{outcome.path}:{found.line}:{found.column}: {found.code} {found.message}"
            yield f"::{COMMANDS[found.level.value]} title={found.code} {found.name},{place}::{escaped(message)}\n"
        for error in outcome.errors:
            yield f"::error title=flake8-pitfalls,file={escaped(outcome.path, ':,')}::{escaped(f'{outcome.path}: {error}')}\n"


def escaped(text: str, more: str = "") -> str:
    """A text as workflow commands want it: percent signs and line ends spelt out, in properties colons and commas too."""
    for one in "%\r\n" + more:
        text = text.replace(one, f"%{ord(one):02X}")
    return text
