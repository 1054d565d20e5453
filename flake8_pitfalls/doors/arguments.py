"""The options of `pitfalls-fix`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from flake8_pitfalls.report.text import shown

DESCRIPTION = """\
Finds Python that runs but does not do what it says, says why, and repairs it.

  pitfalls-fix --check .           what is found, with the evidence
  pitfalls-fix --diff .            what the safe fixes would change
  pitfalls-fix .                   make them
  pitfalls-fix --interactive .     and be asked about the unsafe ones
  pitfalls-fix --explain PIT203    the page of a code
"""
EPILOG = """\
Exit status: 0 nothing was changed and nothing is left, 1 a file was changed or
findings are left, 2 a file could not be dealt with or an option was wrong.
Settings stand in [tool.flake8-pitfalls] of the nearest pyproject.toml.
"""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line that says what to do next, with nothing in it that a terminal obeys."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: error: {shown(message)}; `{self.prog} --help` lists all options\n")


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options as given. Ends the process, with exit status 2, where there is no such option."""
    top = parser()
    options, unknown = top.parse_known_args(argv)
    if unknown:
        from flake8_pitfalls.running.pyproject import near

        name = unknown[0].partition("=")[0]
        top.error(f"there is no option {name!r}{near(name, top._option_string_actions)}")
    if options.add_noqa and (options.check or options.interactive or options.write_baseline):
        top.error("--add-noqa writes comments, so it goes with --diff or alone")
    away = options.executor != EXECUTORS[0]
    if away != bool(options.scheduler):
        top.error("--executor dask and --scheduler ADDRESS go together")
    if away and (options.interactive or options.jobs):
        top.error("--interactive and --jobs are for this machine; leave them out with --executor dask")
    return options


def codes(value: str) -> list[str]:
    """A list of codes as typed: with commas or blanks."""
    return value.replace(",", " ").split()


def columns() -> int:
    """How wide the terminal is, as `shutil.get_terminal_size` says it."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted) > 0:
        return int(wanted)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]  # None is an AttributeError
    except (AttributeError, ValueError, OSError):
        return 80


def parser() -> argparse.ArgumentParser:
    """All options; those that stand for settings have no default, so that what is not given is not there."""
    form = partial(argparse.RawDescriptionHelpFormatter, width=columns() - 2)  # without it, `shutil` is loaded to know that
    top = Parser("pitfalls-fix", "%(prog)s [OPTIONS] PATH ...", DESCRIPTION, EPILOG, allow_abbrev=False, formatter_class=form)
    top.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input, its result goes to standard output")
    mode = top.add_argument_group("what to do").add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="change nothing, print every finding")
    mode.add_argument("--diff", action="store_true", help="change nothing, print what would change")
    mode.add_argument("-i", "--interactive", action="store_true", help="make the safe fixes, and ask about each unsafe one")
    mode.add_argument("--write-baseline", metavar="FILE", help="write the findings there are to a file for --baseline")
    mode.add_argument("--explain", metavar="CODE", help="print the page of a code")
    mode.add_argument("--list-rules", action="store_true", help="print all codes")
    mode.add_argument("--show-settings", action="store_true", help="print the settings that hold for each path")
    mode.add_argument("--completion", choices=SHELLS, metavar="SHELL", help=f"print what a shell reads to complete: {', '.join(SHELLS)}")
    mode.add_argument("--version", action="store_true", help="print the versions that a report should name")
    rules = top.add_argument_group("which findings (codes or beginnings of codes; ALL for every one, those that are off by default too)")
    for name, text in (
        ("select", "the codes to report"),
        ("ignore", "codes not to report"),
        ("extend-select", "codes to report besides"),
        ("extend-ignore", "codes not to report besides"),
        ("fixable", "the codes to fix"),
        ("unfixable", "codes to report only"),
        ("extend-safe-fixes", "codes whose fixes count as safe"),
        ("extend-unsafe-fixes", "codes whose fixes count as unsafe"),
    ):
        rules.add_argument(f"--{name}", type=codes, metavar="CODES", default=argparse.SUPPRESS, help=text)
    rules.add_argument("--unsafe-fixes", action="store_true", default=argparse.SUPPRESS, help="make unsafe fixes too")
    rules.add_argument("--add-noqa", action="store_true", help="hide what is found: write `# noqa` comments in place of fixes")
    known = rules.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", default=argparse.SUPPRESS, help="neither report nor fix the findings in this file")
    known.add_argument("--no-baseline", dest="baseline", action="store_const", const="", default=argparse.SUPPRESS, help="report them too")
    rules.add_argument("--disable-noqa", action="store_true", help="report what `# noqa` hides")
    files = top.add_argument_group("which files")
    files.add_argument("--exclude", type=parts, metavar="PATTERNS", default=argparse.SUPPRESS, help="what to leave out, as in a .gitignore")
    files.add_argument("--extend-exclude", type=parts, metavar="PATTERNS", default=argparse.SUPPRESS, help="what to leave out besides")
    files.add_argument("--force-exclude", action="store_true", default=argparse.SUPPRESS, help="leave out files that are named, too")
    files.add_argument("--stdin-filename", metavar="PATH", help="the name of what standard input holds")
    settings = top.add_argument_group("settings")
    place = settings.add_mutually_exclusive_group()
    place.add_argument("--config", metavar="FILE", default="", help="the pyproject.toml to read, whatever the files are")
    place.add_argument("--isolated", action="store_true", help="read no settings file")
    for name, text in (
        ("src", "folders that first-party modules are imported from"),
        ("blocking-calls", "more calls that block an event loop"),
        ("offloading-decorators", "more decorators that run a function in a thread"),
    ):
        settings.add_argument(f"--{name}", type=parts, metavar="LIST", default=argparse.SUPPRESS, help=text)
    for name, value, text in (
        ("pandas-version", "X.Y", 'the pandas that the code runs with; default "both"'),
        ("green-runner", "NAME", "gevent or eventlet, where what runs the program patches everything first"),
        ("target-version", "X.Y", "the lowest Python that the code runs on"),
    ):
        settings.add_argument(f"--{name}", metavar=value, default=argparse.SUPPRESS, help=text)
    output = top.add_argument_group("output")
    output.add_argument("--output-format", choices=FORMATS, default="text", help="default text")
    output.add_argument("--statistics", action="store_true", help="print how often each code was found")
    output.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto: on a terminal, unless NO_COLOR is set")
    output.add_argument("-q", "--quiet", action="store_true", help="print no summary, and nothing of what was fixed")
    output.add_argument("-v", "--verbose", action="store_true", help="say more on standard error, tracebacks of our own defects too")
    output.add_argument("--exit-zero", action="store_true", help="0 in place of 1")
    output.add_argument("-j", "--jobs", type=jobs, default=0, metavar="N", help="processes; default: as many as are worth it")
    away = top.add_argument_group("more than one machine (needs the extra `dask`)")
    away.add_argument("--executor", choices=EXECUTORS, default=EXECUTORS[0], help="who judges: this machine, or a Dask cluster")
    away.add_argument("--scheduler", metavar="ADDRESS", help="the cluster's, such as tcp://host:8786; its workers need not see the files")
    cache = top.add_argument_group("cache (what was found is kept for the next run, in the user's folder for caches or PITFALLS_CACHE_DIR)")
    cache.add_argument("--no-cache", action="store_true", help="judge every file anew, and keep nothing")
    cache.add_argument("--clear-cache", action="store_true", help="throw away what was kept; without paths, nothing else")
    return top


EXECUTORS = ("process", "dask")
SHELLS = ("bash", "zsh", "fish", "powershell")
CODES = ("select", "ignore", "extend_select", "extend_ignore", "fixable", "unfixable", "extend_safe_fixes", "extend_unsafe_fixes")
FORMATS = ("text", "json", "jsonl", "github", "gitlab", "sarif")
SETTINGS = [
    "select",
    "ignore",
    "extend-select",
    "extend-ignore",
    "fixable",
    "unfixable",
    "extend-safe-fixes",
    "extend-unsafe-fixes",
    "unsafe-fixes",
    "baseline",
    "exclude",
    "extend-exclude",
    "force-exclude",
    "src",
    "blocking-calls",
    "offloading-decorators",
    "pandas-version",
    "green-runner",
    "target-version",
]


def given(options: argparse.Namespace) -> dict[str, Any]:
    """The settings among the options that were given, by the names that they have in a settings file; paths are those of this folder."""
    values = vars(options)
    found = {key: values[key.replace("-", "_")] for key in SETTINGS if key.replace("-", "_") in values}
    if "src" in found:
        found["src"] = [os.path.abspath(folder) for folder in found["src"]]
    if found.get("baseline"):
        found["baseline"] = os.path.abspath(found["baseline"])
    return found


def parts(value: str) -> list[str]:
    """A list with commas, as typed."""
    return [one.strip() for one in value.split(",") if one.strip()]


def jobs(value: str) -> int:
    """A number of processes."""
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
