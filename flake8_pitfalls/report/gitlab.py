"""Findings as a GitLab code quality report."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator

from flake8_pitfalls.fixer import Outcome

SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One JSON list of the findings that are left. A fingerprint stays while the finding's own line and file do."""
    lead, seen = "[", Counter[str]()
    for outcome in outcomes:
        path = relative(outcome.path)
        for verdict in outcome.verdicts:
            if verdict.fixed:
                continue
            found = verdict.finding
            text = outcome.after[found.span.start : found.span.end]
            key = f"{path}\0{found.code}\0{text}"
            seen[key] += 1
            row = {
                "check_name": found.code,
                "description": f"{found.code} {found.message}",
                "severity": SEVERITY[found.level.value],
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogateescape")).hexdigest(),
                "location": {
                    "path": path,
                    "positions": {
                        "begin": {"line": found.line, "column": found.column},
                        "end": {"line": found.end_line, "column": found.end_column},
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
