"""Findings moved along with edits, so that what was said of a text stays beside it until it is judged again."""

from __future__ import annotations

from flake8_pitfalls.model import Edit, Finding
from flake8_pitfalls.text.source import Source, Span


def across(span: Span, edit: Edit) -> Span:
    """Where a stretch of the old text stands after an edit; what is put in at its ends does not belong to it."""
    (start, end), new = edit
    shift = len(new) - (end - start)
    first = span.start if span.start < start else span.start + shift if span.start >= end else start + len(new)
    last = span.end if span.end <= start else span.end + shift if span.end >= end else start
    return Span(first, max(first, last))


def moved(findings: list[Finding], edit: Edit, before: Source, after: Source) -> list[Finding]:
    """The findings of the old text that still stand in the new one; one whose text was taken away, or replaced as a whole, is gone."""
    start, end = edit.span
    line = before.position(end)[0]
    lines = len(after.line_starts) - len(before.line_starts)
    kept = []
    for finding in findings:
        if finding.span.end < start and not finding.related:
            kept.append(finding)
            continue
        if start <= finding.span.start and finding.span.end <= end and finding.span.start < finding.span.end:
            continue
        one = placed(finding, across(finding.span, edit), after)
        if lines and one.related:
            one = one._replace(
                related=tuple(step._replace(line=step.line + lines) if not step.path and step.line > line else step for step in one.related)
            )
        kept.append(one)
    return kept


def placed(finding: Finding, span: Span, source: Source) -> Finding:
    """A finding at another place."""
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return finding._replace(span=span, line=line, column=column + 1, end_line=end_line, end_column=end_column + 1)
