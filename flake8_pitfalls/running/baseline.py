"""A baseline: the findings that an old code base already has, in a JSON file that people can read and compare.

An entry is a code and the text of the line that the finding begins on, and how often that stands in the file. Line numbers are not in it,
so that it stays as it is where code is moved. Paths are relative to the baseline's own folder, with "/" between their parts.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.fixing.known import Known
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.discover import reason
from flake8_pitfalls.running.replaying import note

VERSION = 1
NEVER = ("PIT000",)  # a defect of ours is nothing to get used to
HOW = "`pitfalls-fix --write-baseline {} PATH` makes it"


class Baseline(NamedTuple):
    """What a baseline knows: `findings` by the paths that it holds, `names` those paths as this system tells files apart."""

    file: str
    findings: Mapping[str, tuple[Known, ...]]
    names: Mapping[str, str]

    def of(self, path: str) -> tuple[Known, ...]:
        """What it knows of a file."""
        return self.findings.get(self.names.get(os.path.normcase(seen_from(self.file, path)), ""), ())

    def gone(self) -> list[tuple[str, Known]]:
        """What it knows of files that are not there any more."""
        base = os.path.dirname(os.path.realpath(self.file))
        paths = [path for path in self.findings if not os.path.exists(os.path.join(base, path))]
        for path in self.findings:
            note("exists", os.path.join(base, path))
        return [(path, one) for path in paths for one in self.findings[path]]


class Written(NamedTuple):
    """What writing a baseline came to: the findings in it, the files that they are of, how many are new in it, and how many are gone."""

    findings: int
    files: int
    new: int
    gone: int


@cache
def read(file: str) -> Baseline:
    """The baseline in a file. Raises ConfigError."""
    try:
        with open(file, encoding="utf-8-sig") as stream:  # some editors put a mark before it
            held = json.load(stream)
    except OSError as error:
        raise ConfigError(f"{file}: {reason(error)}; {HOW.format(file)}") from None
    except (ValueError, RecursionError):
        raise ConfigError(f"{file}: is no baseline, for it is no JSON; {HOW.format(file)}") from None
    if not isinstance(held, dict) or not isinstance(held.get("findings"), dict):
        raise ConfigError(f"{file}: is no baseline; {HOW.format(file)}")
    if held.get("version") != VERSION:
        raise ConfigError(f"{file}: is a baseline of another version, {held.get('version')!r}; {HOW.format(file)}")
    findings = {}
    for path, rows in held["findings"].items():
        known = [entry(row) for row in rows] if isinstance(rows, list) else [None]
        if None in known:
            raise ConfigError(f"{file}: what it says of {path!r} cannot be read; {HOW.format(file)}")
        findings[path] = tuple(one for one in known if one is not None)
    return Baseline(file, findings, {os.path.normcase(path): path for path in findings})


def entry(row: Any) -> Known | None:
    """An entry as it is kept; None where it is none."""
    if not isinstance(row, dict):
        return None
    code, text, count = row.get("code"), row.get("text"), row.get("count", 1)
    if isinstance(code, str) and isinstance(text, str) and isinstance(count, int) and count > 0:
        return Known(code, text, count)
    return None


def seen_from(file: str, path: str) -> str:
    """A path as the baseline names it."""
    base = os.path.dirname(os.path.realpath(file))
    try:
        relative = os.path.relpath(os.path.realpath(path), base)
    except ValueError:  # another drive
        relative = os.path.realpath(path)
    return relative.replace(os.sep, "/")


def write(file: str, judged: Iterable[tuple[Outcome, tuple[str, ...]]]) -> Written:
    """Writes the findings that were left in these files, each with the codes that were looked for in it. Raises ConfigError.

    What an older baseline says of other files, of other codes, and of files that could not be judged, stays, as long as the files do.
    """
    known = read(file) if os.path.exists(file) else Baseline(file, {}, {})
    old = known.findings
    base = os.path.dirname(os.path.realpath(file))
    new = {path: entries for path, entries in old.items() if os.path.exists(os.path.join(base, path))}
    for outcome, codes in judged:
        path = seen_from(file, outcome.path)
        before = known.names.get(os.path.normcase(path), path)
        if not outcome.errors:
            new.pop(before, None)
            found = Counter((one.finding.code, one.text) for one in outcome.verdicts if one.finding.code not in NEVER)
            unasked = [one for one in old.get(before, ()) if one.code not in codes]
            new[path] = tuple(sorted([*unasked, *(Known(code, text, count) for (code, text), count in found.items())]))
    new = {path: entries for path, entries in sorted(new.items()) if entries}
    save(file, as_text(new))
    read.cache_clear()
    then, now = tally(old), tally(new)
    return Written(now.total(), len(new), (now - then).total(), (then - now).total())


def tally(findings: Mapping[str, tuple[Known, ...]]) -> Counter[tuple[str, str, str]]:
    """How often each finding is known."""
    return Counter({(path, one.code, one.text): one.times for path, known in findings.items() for one in known})


def as_text(findings: Mapping[str, tuple[Known, ...]]) -> str:
    """A baseline as it is written: a line an entry, so that two can be compared line by line."""
    files = []
    for path, known in findings.items():
        rows = [f"      {{{row(one)}}}" for one in known]
        files.append(f"    {quoted(path)}: [\n" + ",\n".join(rows) + "\n    ]")
    body = "{\n" + ",\n".join(files) + "\n  }" if files else "{}"
    return f'{{\n  "version": {VERSION},\n  "findings": {body}\n}}\n'


def row(known: Known) -> str:
    """The inside of an entry."""
    count = f', "count": {known.times}' if known.times > 1 else ""
    return f'"code": {quoted(known.code)}, "text": {quoted(known.text)}{count}'


def quoted(text: str) -> str:
    """A text in JSON; as it is where it can be read, else escaped."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def save(file: str, text: str) -> None:
    """Replaces a baseline whole. Raises ConfigError."""
    target = os.path.realpath(file)
    beside = f"{target}.{os.getpid()}.new"
    try:
        try:
            with open(beside, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            os.replace(beside, target)
        finally:
            if os.path.exists(beside):
                os.unlink(beside)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be written: {reason(error)}") from None
