"""Findings for people: the place, the message, the line of code with a mark under what is meant, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome, Verdict
from flake8_pitfalls.text.source import Source


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The findings of each file, a paragraph each."""
    for outcome in outcomes:
        before, after = Source(outcome.before), Source(outcome.after)
        for verdict in outcome.verdicts:
            yield from one(outcome.path, verdict, before if verdict.fixed else after)


def one(path: str, verdict: Verdict, source: Source) -> Iterator[str]:
    """One finding."""
    found = verdict.finding
    place = f"{path}:{found.line}:{found.column}: {found.code}"
    if verdict.fixed:
        yield f"{place} fixed: {verdict.fixes[0].title}\n"
    else:
        yield f"{place} {found.message}\n"
