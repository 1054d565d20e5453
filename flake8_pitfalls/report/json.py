"""One JSON object a finding: as a list, or a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from flake8_pitfalls.fixer import Outcome, Verdict
from flake8_pitfalls.model import Finding, Fix, Related
from flake8_pitfalls.text.notebook import place
from flake8_pitfalls.text.source import Source


def as_list(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """All findings as one JSON list, in pieces."""
    lead = "["
    for row in rows(outcomes):
        yield f"{lead}\n{json.dumps(row, ensure_ascii=True)}"
        lead = ","
    yield "[]\n" if lead == "[" else "\n]\n"


def as_lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """All findings, a line each."""
    for row in rows(outcomes):
        yield json.dumps(row, ensure_ascii=True) + "\n"


def rows(outcomes: Iterable[Outcome]) -> Iterator[dict[str, Any]]:
    """The findings as plain objects; lines and columns count from 1, columns in characters."""
    for outcome in outcomes:
        sources = {True: Source(outcome.before), False: Source(outcome.after)}
        for verdict in outcome.verdicts:
            yield row(outcome, verdict, sources[verdict.fixed])


def row(outcome: Outcome, verdict: Verdict, source: Source) -> dict[str, Any]:
    """One finding; `fixed` says whether this run has repaired it."""
    found = verdict.finding
    return {
        "path": outcome.path,
        **cell(found),
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "code": found.code,
        "name": found.name,
        "message": found.message,
        "level": found.level.value,
        "related": [related(near, outcome.path) for near in found.related],
        "fixes": [fix_row(fix, source, bool(outcome.notebook)) for fix in verdict.fixes],
        "fixed": verdict.fixed,
    }


def cell(place: Finding | Related) -> dict[str, int]:
    """The cell of a place in a notebook (from 1, all cells counted); its lines are lines of that cell."""
    return {"cell": place.cell} if place.cell else {}


def related(near: Related, path: str) -> dict[str, Any]:
    """Another place that explains a finding."""
    return {"path": near.path or path, **cell(near), "line": near.line, "column": near.column, "message": near.message}


def fix_row(fix: Fix, source: Source, is_notebook: bool) -> dict[str, Any]:
    """One fix, with its edits as stretches of the text that the finding stands in, or of a cell of it."""
    edits = []
    for span, text in fix.edits:
        (line, column), (end_line, end_column) = source.position(span.start), source.position(span.end)
        row: dict[str, Any] = {}
        if is_notebook:
            (row["cell"], line), shift = place(source.text, line), line
            end_line += line - shift
        row |= {"line": line, "column": column + 1, "end_line": end_line, "end_column": end_column + 1, "text": text}
        edits.append(row)
    return {"title": fix.title, "safety": fix.safety.name.lower(), "edits": edits}
