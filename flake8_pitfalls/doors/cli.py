"""`pitfalls-fix`: finds and repairs pitfalls in files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from flake8_pitfalls import rules
from flake8_pitfalls.doors.arguments import given, parsed
from flake8_pitfalls.fixer import Outcome
from flake8_pitfalls.model import Rule
from flake8_pitfalls.report import text
from flake8_pitfalls.report.progress import Progress
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import pool, remembering
from flake8_pitfalls.running.baseline import Baseline
from flake8_pitfalls.running.cache import user_folder
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.discover import Found, Missing, files, named
from flake8_pitfalls.running.document import placed
from flake8_pitfalls.running.pyproject import Configs
from flake8_pitfalls.running.replaying import spoil
from flake8_pitfalls.running.write import settle
from flake8_pitfalls.running.writing import all_written

if TYPE_CHECKING:
    from flake8_pitfalls.running.cluster import Cluster

STDIN = "-"
CLOSED_PIPE, INTERRUPTED, ERROR = 141, 130, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status: 0 nothing changed and nothing left, 1 something is, 2 an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a terminal cannot show is spelt out, never an error
            stream.reconfigure(errors="backslashreplace", newline="\n" if os.name == "posix" else None)
    try:
        status = Run(parsed(argv)).status()
        sys.stdout.flush()
        return status
    except ConfigError as error:
        spoil()
        print(f"pitfalls-fix: error: {text.shown(str(error))}", file=sys.stderr)
        return ERROR
    except OSError as error:
        if not isinstance(error, BrokenPipeError) and not (os.name == "nt" and error.errno == 22):  # what Windows calls a closed pipe
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


class Run:
    """One run of the command."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        shows = options.check or options.write_baseline
        self.do = one_file.CHECK if shows else one_file.DIFF if options.diff else one_file.WRITE
        self.make = one_file.COMMENTS if options.add_noqa else one_file.FIXES
        self.tally = text.Tally()
        self.baselines: dict[str, Baseline] = {}
        self.progress = Progress(0, sys.stderr, False)
        self.cluster: Cluster | None = None
        self.crew = pool.Crew(1 if options.interactive or options.scheduler else options.jobs)
        self.common: dict[tuple[str, tuple[str, ...]], one_file.Task] = {}  # by settings file and what is ignored

    def status(self) -> int:
        """Does what the options ask for and returns the exit status."""
        options = self.options
        if options.verbose:
            talk()
        if options.version or options.explain or options.list_rules:
            from flake8_pitfalls.doors import docs

            spoil()
            return docs.show(options)
        if options.completion:
            from flake8_pitfalls.doors.completion import script

            print(script(options.completion, rules.load()))
            return 0
        if options.clear_cache:
            remembering.clear(user_folder())
            if not options.paths:
                return 0
        if not options.paths:
            raise ConfigError("no paths were given; `pitfalls-fix .` takes the current folder, `pitfalls-fix --help` says more")
        self.rules: Sequence[Rule] = tuple(rules.load().values())
        self.configs = Configs(given(options), [rule.code for rule in self.rules], options.isolated, options.config)
        if options.show_settings:
            from flake8_pitfalls.doors.settings import show

            return show(options.paths, self.configs, self.rules)
        if STDIN in options.paths:
            return self.standard_input()
        memory = self.memory()
        tasks = list(self.expected(memory))
        if options.verbose:
            say_what(tasks, self.configs)
        self.join()
        self.progress = Progress(len(tasks), sys.stderr, not options.quiet and not options.interactive)
        try:
            if options.write_baseline:
                return self.write_baseline(tasks, memory)
            self.report(self.outcomes(tasks, memory), sys.stdout)
        finally:
            self.progress.end()
            self.crew.close(wait=False)
            self.leave()
            settle()
        if not tasks and any(map(os.path.isdir, options.paths)):
            print(f"no Python files in {', '.join(map(text.shown, options.paths))}", file=sys.stderr)
            return 0
        return self.end()

    def expected(self, memory: remembering.Memory) -> Iterator[one_file.Task | Missing]:
        """The tasks, with processes started on the way where many files are new."""
        for task in self.tasks():
            if isinstance(task, one_file.Task) and not memory.has(task.path):
                self.crew.expect(pool.size_of(task.path))
            yield task

    def tasks(self) -> Iterator[one_file.Task | Missing]:
        """The files that the paths stand for, each with what is to be done with it. Raises ConfigError before any file is touched."""
        for path in dict.fromkeys(self.options.paths):
            for found in files([path], self.configs.of(path).exclude):
                yield found if isinstance(found, Missing) else self.task(found)

    def task(self, found: Found) -> one_file.Task:
        """What is to be done with one file. What files have in common is made once, and shared."""
        config = self.configs.of_place(found.folder)
        ignored = config.ignored(found.path)
        key = (config.file, ignored)
        if key not in self.common:
            policy = config.policy(self.rules, not self.options.disable_noqa)
            codes = config.codes_without(ignored, self.rules)
            self.common[key] = one_file.Task("", codes, config.settings, policy, self.do, self.make)
        _, codes, settings, policy, do, make = self.common[key]
        used = config.baseline if not self.options.write_baseline else None
        if used is not None:
            self.baselines[used.file] = used
            policy = policy._replace(known=used.of(found.path))
        return one_file.Task(found.path, codes, settings, policy, do, make)

    def outcomes(self, tasks: Iterable[one_file.Task | Missing], memory: remembering.Memory) -> Iterator[Outcome]:
        """What became of the files, in their order."""
        tasks = list(tasks)
        if self.options.interactive:
            yield from self.interview(tasks)
            return
        jobs = [task for task in tasks if isinstance(task, one_file.Task)]
        known = {task.path: found for task in jobs if (found := memory.get(task)) is not None} if memory.is_on else {}
        left = [task for task in jobs if task.path not in known]
        worked = all_written(left, self.judged(left, memory.is_on))
        for task in tasks:
            if isinstance(task, Missing):
                spoil()
                yield missing(task)
            else:
                yield known[task.path] if task.path in known else memory.put(task, next(worked))
            self.progress.step()
        memory.save()

    def judged(self, tasks: Sequence[one_file.Task], is_kept: bool) -> Iterator[remembering.Judged]:
        """What is made of files; those that are to be changed are not written yet."""
        if self.cluster is not None:
            return self.cluster.over(tasks)
        work = remembering.unwritten if is_kept else remembering.plain_unwritten
        return self.crew.over(tasks, work, remembering.died, [pool.size_of(task.path) for task in tasks])

    def join(self) -> None:
        """Finds the cluster that is asked for. Raises ConfigError."""
        if self.options.scheduler:
            from flake8_pitfalls.running.cluster import Cluster

            self.cluster = Cluster(self.options.scheduler)

    def leave(self) -> None:
        """Leaves the cluster, and says what it did not do."""
        if self.cluster is not None and (said := self.cluster.close()):
            print(f"pitfalls-fix: warning: {text.shown(said)}", file=sys.stderr)

    def memory(self) -> remembering.Memory:
        """What is known from earlier runs, unless nobody wants that."""
        is_on = not self.options.no_cache and self.configs.of(".").values.get("cache", True)
        if not is_on:
            spoil()
        return remembering.Memory(user_folder() if is_on else "")

    def interview(self, tasks: Iterable[one_file.Task | Missing]) -> Iterator[Outcome]:
        """The same, with the user asked about each unsafe fix, until there are no more, or the user has had enough."""
        from flake8_pitfalls.doors.interactive import Interview

        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise ConfigError("--interactive asks on a terminal, and this is none; --diff --unsafe-fixes shows what it would ask about")
        asking = Interview(sys.stdin, sys.stdout, text.Paint(colour(self.options.color, sys.stdout)))
        for task in tasks:
            yield missing(task) if isinstance(task, Missing) else one_file.work(task, asking.make)
            if asking.over:
                return

    def write_baseline(self, tasks: Iterable[one_file.Task | Missing], memory: remembering.Memory) -> int:
        """Writes what is found to the baseline."""
        from flake8_pitfalls.running import baseline

        tasks = list(tasks)
        codes = {task.path: task.codes for task in tasks if isinstance(task, one_file.Task)}
        told = self.told(self.outcomes(tasks, memory))
        file = self.options.write_baseline
        done = baseline.write(file, ((outcome, codes.get(outcome.path, ())) for outcome in told))
        self.progress.end()
        if not self.options.quiet:
            what = f"{text.counted(done.findings, 'finding')} in {text.counted(done.files, 'file')}"
            print(
                f"{text.shown(file)}: {what} ({done.new} new, {done.gone} gone); use it with --baseline {text.shown(file)}", file=sys.stderr
            )
        return ERROR if self.tally.errors or self.tally.defects else 0

    def standard_input(self) -> int:
        """Judges what comes in; without --check or --diff the result goes out, unchanged where it could not be made."""
        if self.options.paths != [STDIN]:
            raise ConfigError("- stands alone: standard input is one file")
        if self.options.interactive or self.options.write_baseline:
            raise ConfigError("- is standard input, which goes with --check, --diff, or alone; name a file")
        name = self.options.stdin_filename or "stdin.py"
        data = sys.stdin.buffer.read()
        outcome, after = one_file.judge(self.task(named(name)), data)
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
            from flake8_pitfalls.report import diff

            pieces = diff.lines(told, paint, out.isatty())
        elif options.output_format == "text":
            pieces = text.lines(told, paint, options.quiet)
        else:
            pieces = machine_readable(options.output_format, told)
        for piece in pieces:
            self.progress.hide()
            out.write(piece)
        out.flush()

    def told(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The results, counted; their errors printed on the way."""
        for outcome in map(placed, outcomes):
            self.tally.add(outcome)
            for error in outcome.errors:
                self.progress.hide()
                print(f"{text.shown(outcome.path)}: error: {text.shown(error)}", file=sys.stderr)
            yield outcome

    def end(self) -> int:
        """Prints what was counted and returns the exit status."""
        options, tally = self.options, self.tally
        for used in self.baselines.values():
            tally.stale += used.gone()
        if options.statistics:  # what a program reads of the output, or a patch, or new code, holds nothing else
            for_people = options.output_format == "text" and not options.diff and STDIN not in options.paths
            (sys.stdout if for_people else sys.stderr).writelines(tally.statistics())
        if not options.quiet:
            sys.stdout.flush()
            sys.stderr.writelines(tally.outdated())
            if options.output_format == "text":
                print(tally.summary(self.do, text.Paint(colour(options.color, sys.stderr))), file=sys.stderr)
        if tally.errors or tally.defects:
            return ERROR
        if options.add_noqa:
            return 0
        found = tally.changed if self.do == one_file.DIFF else tally.changed or tally.left
        return int(bool(found) and not options.exit_zero)


def machine_readable(form: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The results in one of the formats that programs read."""
    from flake8_pitfalls.report import github, gitlab, json, sarif

    writers = {"json": json.as_list, "jsonl": json.as_lines, "github": github.lines, "gitlab": gitlab.lines, "sarif": sarif.lines}
    return writers[form](outcomes)


def missing(found: Missing) -> Outcome:
    """What is said of a path that names nothing."""
    return Outcome(found.path, "", "", (), (found.why,))


def say_what(tasks: Sequence[one_file.Task | Missing], configs: Configs) -> None:
    """Says what is looked at, and with which settings files."""
    paths = [task.path for task in tasks if isinstance(task, one_file.Task)]
    used = sorted({configs.of(path).file for path in paths} - {""})
    print(f"{text.counted(len(paths), 'file')}; settings: {', '.join(map(text.shown, used)) or 'no file'}", file=sys.stderr)


def talk() -> None:
    """Sends what our parts log to standard error, with nothing in it that a terminal obeys."""
    import logging

    class Plain(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return "\n".join(map(text.shown, super().format(record).split("\n")))

    handler = logging.StreamHandler()
    handler.setFormatter(Plain("%(name)s: %(message)s"))
    logging.basicConfig(level=logging.DEBUG, handlers=[handler])


def colour(wanted: str, stream: TextIO) -> bool:
    """Whether to colour: as asked, else on a terminal unless NO_COLOR is set (no-color.org)."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.name == "nt" and not any(map(os.environ.get, ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM"))):
        return False  # an old console shows the codes themselves
    return stream.isatty() and os.environ.get("TERM") != "dumb"


if __name__ == "__main__":
    sys.exit(main())
