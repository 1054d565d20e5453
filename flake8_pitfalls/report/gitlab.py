"""Findings as a GitLab code quality report."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.report.places import Places

SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One JSON list of the findings that are left. A fingerprint stays while the finding's own line and file do."""
    lead, seen = "[", Counter[str]()
    for outcome in outcomes:
        path = relative(outcome.path)
        places = Places(outcome)
        for verdict in outcome.verdicts:
            if verdict.fixed:
                continue
            found = verdict.finding
            text = outcome.after[found.span.start : found.span.end]
            key = f"{path}\0{found.code}\0{text}"
            seen[key] += 1
            place = places.of(found)
            cell = f"cell {found.cell}: " if found.cell else ""
            row = {
                "check_name": found.code,
                "description": f"{cell}{found.code} {found.message}",
                "severity": SEVERITY[found.level.value],
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogateescape")).hexdigest(),
                "location": {
                    "path": path,
                    "positions": {
                        "begin": {"line": place.line, "column": place.column},
                        "end": {"line": place.end_line, "column": place.end_column},
                    },
                },
            }
            yield f"{lead}\n{json.dumps(row)}"
            lead = ","
    yield "[]\n" if lead == "[" else "\n]\n"


def relative(path: str) -> str:
    """A path as seen from the current folder, with "/" between its parts."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.replace(os.sep, "/")
