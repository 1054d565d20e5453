"""The detection of all cases, and of the programs of all pages, on the Python that runs this: no flake8, no libcst, no pytest.

`website/cases.mjs` runs it on Pyodide's Python; `PYTHONPATH=.:tests python website/cases_on_pyodide.py` runs it on any other.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import cases as case_files

from flake8_pitfalls import engine, fixer, rules
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Settings

BLOCK = re.compile(r"^```python (bad|good|ok)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Judges them all, or every Nth; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="cases", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth case")
    parser.add_argument("codes", nargs="*", help="only the cases of these codes")
    options = parser.parse_args([*arguments] if arguments is not None else None)
    began = time.perf_counter()
    chosen = [case for case in case_files.cases() if not options.codes or case.code in options.codes][:: options.every]
    fixed = [case for case in chosen if case.fixed and case.id not in case_files.waiting()]
    wrong = [one for case in chosen for one in wrong_in(case)]
    wrong += [one for case in fixed for one in wrong_fixes(case)]
    wrong += [] if options.codes else wrong_pages()
    print(*wrong, sep="\n", end="\n" * bool(wrong))
    version = ".".join(map(str, sys.version_info[:3]))
    counts = f"{len(chosen)} cases ({len(fixed)} with fixes) and all pages, {len(wrong)} wrong"
    print(f"Python {version}: {counts} ({time.perf_counter() - began:.0f} s)")
    return int(bool(wrong))


def wrong_in(case: case_files.Case) -> Iterator[str]:
    """What differs from the marks of a case."""
    chosen = case.rules()
    got = set()
    with tempfile.TemporaryDirectory() as folder:
        for name, path in case_files.put(case, Path(folder), "plain").items():
            outcome = fixer.check(case.files[name], str(path), chosen, Settings(), Policy(noqa=False))
            if outcome.broken and case.code != "PIT104":  # whose cases are about what does not parse
                yield f"{case.id}: {name} does not parse"
            got |= {(name, verdict.finding.line, verdict.finding.code) for verdict in outcome.verdicts}
    got = {place for place in got if case.family(place[2]) or place[2] == engine.DEFECT}
    yield from (f"{case.id}: missed {place}" for place in sorted(case.expected - got))
    yield from (f"{case.id}: alarm {place}" for place in sorted(got - case.expected))


def wrong_fixes(case: case_files.Case) -> Iterator[str]:
    """What all fixes make of a case, where that is not the text beside it; no fix needs LibCST."""
    every = rules.load()
    chosen = [every[code] for code in sorted(case.marked())]
    with tempfile.TemporaryDirectory() as folder:
        for name, path in case_files.put(case, Path(folder), "plain").items():
            outcome = fixer.repair(case.files[name], str(path), chosen, Settings(), Policy(unsafe=True))
            path.write_bytes(outcome.after.encode())
            wanted = case.fixed.get(name.replace(".py", ".fixed.py"))
            if outcome.errors and wanted is not None:
                yield f"{case.id}: {outcome.errors}"
            if wanted is not None and case_files.bare(outcome.after) != case_files.bare(wanted):
                yield f"{case.id}: not the one right text, but\n{outcome.after}"


def wrong_pages() -> Iterator[str]:
    """What differs from the pages of the rules."""
    every = rules.load()
    for code, rule in every.items():
        chosen = list(every.values()) if engine.is_last(rule) else [rule]
        for kind, text in BLOCK.findall(sys.modules[rule.check.__module__].__doc__ or ""):
            found = [verdict.finding.code for verdict in fixer.check(text, "page.py", chosen, Settings(), Policy()).verdicts]
            if found != ([code] if kind == "bad" else []):
                yield f"page of {code}: {found} in\n{text}"


if __name__ == "__main__":
    sys.exit(main())
