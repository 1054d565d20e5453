"""`pitfalls-fix`: finds and repairs pitfalls in files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from flake8_pitfalls import rules
from flake8_pitfalls.doors.arguments import given, parser
from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.model import Rule
from flake8_pitfalls.report import diff, text
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import pool
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.discover import Missing, files
from flake8_pitfalls.running.document import placed
from flake8_pitfalls.running.pyproject import Configs

STDIN = "-"
CLOSED_PIPE, INTERRUPTED, ERROR = 141, 130, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status: 0 nothing changed and nothing left, 1 something is, 2 an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a terminal cannot show is spelt out, never an error
            stream.reconfigure(errors="backslashreplace", newline="\n" if os.name == "posix" else None)
    try:
        status = Run(parser().parse_args(argv)).status()
        sys.stdout.flush()
        return status
    except ConfigError as error:
        print(f"pitfalls-fix: error: {text.shown(str(error))}", file=sys.stderr)
        return ERROR
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


class Run:
    """One run of the command."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.do = one_file.CHECK if options.check else one_file.DIFF if options.diff else one_file.WRITE
        self.tally = text.Tally()

    def status(self) -> int:
        """Does what the options ask for and returns the exit status."""
        options = self.options
        if options.verbose:
            import logging

            logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
        if options.version or options.explain or options.list_rules:
            from flake8_pitfalls.doors import docs

            return docs.show(options)
        if not options.paths:
            raise ConfigError("no paths were given; `pitfalls-fix .` takes the current folder, `pitfalls-fix --help` says more")
        self.rules: Sequence[Rule] = tuple(rules.load().values())
        self.configs = Configs(given(options), [rule.code for rule in self.rules], options.isolated, options.config)
        if options.show_settings:
            return self.show_settings()
        if STDIN in options.paths:
            return self.standard_input()
        tasks = list(self.tasks())
        jobs = [task for task in tasks if isinstance(task, one_file.Task)]
        worked = iter(pool.over(jobs, one_file.work, died, options.jobs))
        outcomes = (Outcome(task.path, "", "", (), (task.why,)) if isinstance(task, Missing) else next(worked) for task in tasks)
        self.report(outcomes, sys.stdout)
        return self.end()

    def tasks(self) -> Iterator[one_file.Task | Missing]:
        """The files that the paths stand for, each with what is to be done with it. Raises ConfigError before any file is touched."""
        for path in dict.fromkeys(self.options.paths):
            for found in files([path], self.configs.of(path).exclude):
                yield found if isinstance(found, Missing) else self.task(found)

    def task(self, path: str) -> one_file.Task:
        """What is to be done with one file."""
        config = self.configs.of(path)
        policy = config.policy(self.rules, not self.options.disable_noqa)
        return one_file.Task(path, config.codes(path, self.rules), config.settings, policy, self.do)

    def standard_input(self) -> int:
        """Judges what comes in; without --check or --diff the result goes out, unchanged where it could not be made."""
        if self.options.paths != [STDIN]:
            raise ConfigError("- stands alone: standard input is one file")
        name = self.options.stdin_filename or "stdin.py"
        data = sys.stdin.buffer.read()
        outcome, after = one_file.judge(self.task(name), data)
        if self.do == one_file.WRITE:
            sys.stdout.buffer.write(data if after is None else after)
            sys.stdout.buffer.flush()
        self.report([outcome], sys.stderr if self.do == one_file.WRITE else sys.stdout)
        return self.end()

    def report(self, outcomes: Iterable[Outcome], out: TextIO) -> None:
        """Prints results as they come; errors go to standard error, a line each."""
        options = self.options
        paint = text.Paint(colour(options.color, out))
        told = self.told(outcomes)
        if options.diff:
            pieces = diff.lines(told, paint)
        elif options.output_format == "text":
            pieces = text.lines(told, paint, options.quiet)
        else:
            pieces = machine_readable(options.output_format, told)
        for piece in pieces:
            out.write(piece)
        out.flush()

    def told(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The results, counted; their errors printed on the way."""
        for outcome in map(placed, outcomes):
            self.tally.add(outcome)
            for error in outcome.errors:
                print(f"{text.shown(outcome.path)}: error: {text.shown(error)}", file=sys.stderr)
            yield outcome

    def end(self) -> int:
        """Prints what was counted and returns the exit status."""
        options, tally = self.options, self.tally
        if options.statistics:
            sys.stdout.writelines(tally.statistics())
        if not options.quiet and options.output_format == "text":
            sys.stdout.flush()
            print(tally.summary(self.do, text.Paint(colour(options.color, sys.stderr))), file=sys.stderr)
        if tally.errors or tally.defects:
            return ERROR
        found = tally.changed if self.do == one_file.DIFF else tally.changed or tally.left
        return int(bool(found) and not options.exit_zero)

    def show_settings(self) -> int:
        """Prints the settings that hold for each path."""
        for path in self.options.paths:
            config = self.configs.of(path)
            print(f"{text.shown(path)}: {text.shown(config.file) or 'no settings file'}")
            for key, value in sorted(config.values.items()):
                print(f"  {key} = {text.shown(repr(value))}")
            print(f"  codes: {' '.join(config.codes(path, self.rules))}")
        return 0


def machine_readable(form: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The results in one of the formats that programs read."""
    from flake8_pitfalls.report import github, gitlab, json, sarif

    writers = {"json": json.as_list, "jsonl": json.as_lines, "github": github.lines, "gitlab": gitlab.lines, "sarif": sarif.lines}
    return writers[form](outcomes)


def died(task: one_file.Task) -> Outcome:
    """What is said of a file that took its process down."""
    return Outcome(task.path, "", "", (), ("the process that judged it died; please report it",))


def colour(wanted: str, stream: TextIO) -> bool:
    """Whether to colour: as asked, else on a terminal unless NO_COLOR is set (no-color.org)."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


if __name__ == "__main__":
    sys.exit(main())
