"""What the playground asks of the linter: a program text in, what to show as JSON out. Runs in Pyodide; no fix needs LibCST.

Places in the answer count UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from flake8_pitfalls import fixer, rules
from flake8_pitfalls.doors.api import chosen
from flake8_pitfalls.fixer import Policy, Verdict
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.model import Fix, Rule, Settings

PATH = "playground.py"


def judge(text: str, every: bool) -> str:
    """The findings of a text with their fixes, as JSON; `every`: also of the codes that are off by default."""
    outcome = fixer.check(text, PATH, asked(every), Settings(), Policy())
    found = [shown(text, verdict) for verdict in outcome.verdicts]
    return json.dumps({"findings": found, "errors": list(outcome.errors)}, ensure_ascii=False)


def repair(text: str, every: bool, unsafe: bool) -> str:
    """The text with all fixes made that may be made and prove right, as `pitfalls-fix` makes them."""
    return fixer.repair(text, PATH, asked(every), Settings(), Policy(unsafe=unsafe)).after


def asked(every: bool) -> list[Rule]:
    """The rules that are on by default, or all."""
    return chosen(["ALL"] if every else [], [])


def shown(text: str, verdict: Verdict) -> dict[str, Any]:
    """One finding as the page shows it."""
    finding = verdict.finding
    return {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level.value,
        "message": finding.message,
        "line": finding.line,
        "start": units(text, finding.span.start),
        "end": units(text, finding.span.end),
        "related": [{"line": one.line, "message": one.message} for one in finding.related if one.path in ("", PATH)],
        "fixes": [fix_of(text, fix) for fix in verdict.fixes],
        "note": "This code has no fix." if rules.load()[finding.code].fixes is None else "No fix would be right here.",
    }


def fix_of(text: str, fix: Fix) -> dict[str, Any]:
    """A fix: its title, whether it is safe, the text after it, and the lines that it changes."""
    after = apply(text, fix.edits)
    return {"title": fix.title, "safety": fix.safety.name.lower(), "after": after, "diff": list(changes(text, after))}


def changes(before: str, after: str) -> Iterator[str]:
    """The lines that went, behind `-`, and those that came, behind `+`."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    yield from (line for line in islice(lines, 2, None) if not line.startswith("@"))


def units(text: str, offset: int) -> int:
    """An offset in characters as one in UTF-16 units."""
    return offset + sum(ord(one) > 0xFFFF for one in text[:offset])
