"""Findings as SARIF 2.1.0, with their fixes, for code scanning services and editors."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from flake8_pitfalls import __version__
from flake8_pitfalls.fixer import Outcome, Verdict
from flake8_pitfalls.model import RULES, Fix, Related, Rule
from flake8_pitfalls.report.places import Places, Region

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One SARIF log with one run; what is fixed already is not in it."""
    results: list[dict[str, Any]] = []
    seen = Counter[str]()
    notes: list[dict[str, Any]] = []
    for outcome in outcomes:
        places = Places(outcome)
        for verdict in outcome.verdicts:
            if not verdict.fixed:
                key = f"{outcome.path}\0{verdict.finding.code}\0{verdict.text}"
                seen[key] += 1
                results.append({**result(outcome, verdict, places), "partialFingerprints": {"lineText/v1": digest(key, seen[key])}})
        notes += ({"level": "error", "message": {"text": error}, "locations": [location(outcome.path)]} for error in outcome.errors)
    used = sorted({row["ruleId"] for row in results})
    run = {
        "tool": {
            "driver": {
                "name": "flake8-pitfalls",
                "version": __version__,
                "rules": [described(RULES[one]) for one in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "results": results,
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def described(rule: Rule) -> dict[str, Any]:
    """A rule as SARIF describes it."""
    import sys

    page = (sys.modules[rule.check.__module__].__doc__ or "").strip()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.split("\n\n")[0].replace("\n", " ")},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"enabled": rule.default, "level": rule.level.value},
    }


def result(outcome: Outcome, verdict: Verdict, places: Places) -> dict[str, Any]:
    """One finding."""
    found = verdict.finding
    row: dict[str, Any] = {
        "ruleId": found.code,
        "level": found.level.value,
        "message": {"text": found.message},
        "locations": [location(outcome.path, region(places.of(found)))],
    }
    if found.cell:
        cell = {"fullyQualifiedName": f"{outcome.path}:cell {found.cell}, line {found.line}", "kind": "module"}
        row["locations"][0]["logicalLocations"] = [cell]
    if found.related:
        row["relatedLocations"] = [related(near, outcome.path, places) for near in found.related]
    if verdict.fixes:
        row["fixes"] = [fixed(fix, outcome.path, edits) for fix in verdict.fixes if (edits := places.edits(fix))]
    return row


def digest(key: str, number: int) -> str:
    """What stays the same of a finding while its line and its file do, wherever the line is moved."""
    return sha256(f"{key}\0{number}".encode("utf-8", "surrogateescape")).hexdigest()


def region(place: Region) -> dict[str, int]:
    """A stretch of a file."""
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}


def related(near: Related, path: str, places: Places) -> dict[str, Any]:
    """Another place that explains a finding."""
    place = places.near(near)
    return {**location(near.path or path, {"startLine": place.line, "startColumn": place.column}), "message": {"text": near.message}}


def fixed(fix: Fix, path: str, edits: list[tuple[Region, str]]) -> dict[str, Any]:
    """A fix, as stretches of the file that are replaced."""
    changes = [{"deletedRegion": region(place), "insertedContent": {"text": text}} for place, text in edits]
    title = f"{fix.title} ({fix.safety.name.lower()})"
    return {"description": {"text": title}, "artifactChanges": [{"artifactLocation": artifact(path), "replacements": changes}]}


def location(path: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    """A place in a file, or a file."""
    place: dict[str, Any] = {"artifactLocation": artifact(path)}
    return {"physicalLocation": {**place, "region": region} if region else place}


def artifact(path: str, separator: str = os.sep) -> dict[str, str]:
    """A file as a URI (RFC 8089): relative where its path is. Below Windows `C:\\a` is `file:///C:/a`, and `\\\\host\\a` `file://host/a`."""
    name = path.replace(separator, "/")
    drive = re.match(r"[A-Za-z]:(?=/)", name) if separator == "\\" else None
    if drive is not None:
        return {"uri": f"file:///{drive[0]}{quoted(name[drive.end() :])}"}
    if name.startswith("//") and separator == "\\":
        return {"uri": f"file:{quoted(name)}"}
    return {"uri": f"file://{quoted(name)}" if name.startswith("/") else quoted(name)}


def quoted(path: str) -> str:
    """A path as a part of a URI; a byte that is no UTF-8 stays that byte."""
    return quote(path.encode("utf-8", "surrogateescape"))
