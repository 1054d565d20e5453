"""`pitfalls-fix`: finds and repairs pitfalls in files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from flake8_pitfalls import __version__, rules
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running.config import Choice, ConfigError
from flake8_pitfalls.running.discover import Exclude, Missing, files


def parser() -> argparse.ArgumentParser:
    """The options."""
    top = argparse.ArgumentParser("pitfalls-fix", description=__doc__, allow_abbrev=False)
    add = top.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    add("--check", action="store_true")
    add("--diff", action="store_true")
    add("--unsafe-fixes", action="store_true")
    add("--select", default="", metavar="CODES")
    add("--ignore", default="", metavar="CODES")
    add("--extend-select", default="", metavar="CODES")
    add("--output-format", default="text", choices=("text", "json", "jsonl"))
    add("--isolated", action="store_true")
    add("--exit-zero", action="store_true")
    add("--version", action="version", version=f"flake8-pitfalls {__version__}")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command. The exit status is 0 where nothing is left and nothing changed, 1 where something is or did, 2 for an error."""
    options = parser().parse_args(argv)
    every = rules.load()
    choice = Choice(codes(options.select), codes(options.ignore), codes(options.extend_select))
    chosen = tuple(code for code, rule in every.items() if choice.takes(rule))
    do = one_file.CHECK if options.check else one_file.DIFF if options.diff else one_file.WRITE
    outcomes = []
    for found in files(options.paths, Exclude()):
        if isinstance(found, Missing):
            outcomes.append(Outcome(found.path, "", "", (), (found.why,)))
        else:
            outcomes.append(one_file.work(one_file.Task(found, chosen, Settings(), Policy(unsafe=options.unsafe_fixes), do)))
    return report(options, outcomes)


def report(options: argparse.Namespace, outcomes: list[Outcome]) -> int:
    from flake8_pitfalls.report import json, text

    if options.diff:
        import difflib

        for one in outcomes:
            sys.stdout.writelines(difflib.unified_diff(one.before.splitlines(True), one.after.splitlines(True), one.path, one.path))
    else:
        for piece in {"text": text.lines, "json": json.as_list, "jsonl": json.as_lines}[options.output_format](outcomes):
            sys.stdout.write(piece)
    for one in outcomes:
        for error in one.errors:
            print(f"{one.path}: error: {error}", file=sys.stderr)
    if any(one.errors or one.defects for one in outcomes):
        return 2
    return int(any(one.verdicts for one in outcomes) and not options.exit_zero)


def codes(value: str) -> tuple[str, ...]:
    """A list of codes as typed."""
    return tuple(filter(None, value.replace(",", " ").split()))


if __name__ == "__main__":
    sys.exit(main())
