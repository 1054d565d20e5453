"""Findings that a baseline knows: by their code and the text of the line that they begin on, and how often; line numbers do not count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from flake8_pitfalls.model import Finding
from flake8_pitfalls.text.source import Source

Maker = TypeVar("Maker")


class Known(NamedTuple):
    """What a baseline knows of one file: this code, on a line of this text, so many times."""

    code: str
    text: str
    times: int = 1


def line_text(finding: Finding, source: Source) -> str:
    """The text of the line that a finding begins on, each stretch of blanks as one: what stays where code is moved or indented."""
    return " ".join(source.line(source.position(finding.span.start)[0]).split())


def unknown(
    found: Iterable[tuple[Finding, Maker]], source: Source, known: Collection[Known]
) -> tuple[list[tuple[Finding, Maker]], list[Known]]:
    """The findings, with what belongs to each, that a baseline does not know; and what it knows that is not there any more."""
    if not known:
        return list(found), []
    left = Counter({(one.code, one.text): one.times for one in known})
    fresh = []
    for item in found:
        key = (item[0].code, line_text(item[0], source))
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(item)
    return fresh, [Known(code, text, times) for (code, text), times in sorted(left.items()) if times > 0]
