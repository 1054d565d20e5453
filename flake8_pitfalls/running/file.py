"""One file from bytes to bytes: read, judged, repaired, written."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from typing import NamedTuple

from flake8_pitfalls import fixer, rules
from flake8_pitfalls.facts.kept import judging
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running import write
from flake8_pitfalls.running.discover import reason
from flake8_pitfalls.running.document import NOTEBOOK, STUB, Document, Make
from flake8_pitfalls.text.coding import Undecodable

CHECK, DIFF, WRITE = "check", "diff", "write"
FIXES, COMMENTS = "fixes", "comments"


class Task(NamedTuple):
    """One file and what is to be done with it; plain data, since it may go to another process.

    `do`: whether what is made of it is written, shown, or not made at all; `make`: fixes, or comments that hide the findings.
    """

    path: str
    codes: tuple[str, ...]
    settings: Settings = Settings()
    policy: Policy = Policy()
    do: str = CHECK
    make: str = FIXES


def maker(task: Task) -> Make:
    """What makes the new text."""
    if task.make == FIXES:
        return fixer.repair
    from flake8_pitfalls.running.silence import silence

    return silence


def work(task: Task, make: Make | None = None) -> Outcome:
    """What became of a file; never raises for what a file can hold. `make` makes the new text in place of what the task says."""
    data = read(task)
    if isinstance(data, Outcome):
        return data
    outcome, after = judge(task, data, make)
    done = written(task, data, outcome, after)
    write.settle()
    return done


def read(task: Task) -> bytes | Outcome:
    """The bytes of a file, put right first where an earlier run was cut off; an outcome that says why where it cannot be read."""
    try:
        if task.do == WRITE:
            write.restore(task.path)
        return write.read(task.path, write.LARGEST_NOTEBOOK if task.path.endswith(NOTEBOOK) else write.LARGEST)
    except (OSError, ValueError) as error:
        return Outcome(task.path, "", "", (), (reason(error),))


def written(task: Task, data: bytes, outcome: Outcome, after: bytes | None) -> Outcome:
    """What became of a file once the new bytes, if any, are put in the place of those that were read; `write.settle` makes them last."""
    if after is None or task.do != WRITE:
        return outcome
    try:
        write.replace(task.path, data, after)
    except (OSError, write.Changed) as error:
        undone = tuple(verdict._replace(fixed=False, why="the file could not be written") for verdict in outcome.verdicts)
        return outcome._replace(
            after=outcome.before, verdicts=undone, silenced=0, errors=(*outcome.errors, f"not written: {reason(error)}")
        )
    return outcome


def judge(task: Task, data: bytes, make: Make | None = None) -> tuple[Outcome, bytes | None]:
    """What became of some bytes, and the new ones where they changed. Nothing is written."""
    judging(len(data))
    with without_collector():
        return judged(task, data, make)


def judged(task: Task, data: bytes, make: Make | None = None) -> tuple[Outcome, bytes | None]:
    if task.path.endswith(STUB):  # it never runs
        return Outcome(task.path, "", ""), None
    try:
        document = Document(task.path, data)
    except Undecodable as error:
        return Outcome(task.path, "", "", (), (str(error),)), None
    every = rules.load()
    chosen = [every[code] for code in task.codes]
    if task.do == CHECK or not document.exact:
        outcome = document.judged(task.path, chosen, task.settings, task.policy)
        if task.do != CHECK and outcome.verdicts:
            outcome = outcome._replace(errors=(*outcome.errors, f"not fixed: {document.encoding} would not give the same bytes again"))
        return outcome, None
    outcome = document.repaired(task.path, chosen, task.settings, task.policy, make or maker(task))
    if outcome.after == outcome.before:
        return outcome, None
    try:
        return outcome, document.encode(outcome.after)
    except UnicodeEncodeError as error:
        lost = f"not fixed: {document.encoding} cannot hold {error.object[error.start : error.end]!r}"
        outcome = document.judged(task.path, chosen, task.settings, task.policy)
        return outcome._replace(errors=(*outcome.errors, lost)), None


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """Keeps the garbage collector from going over a growing tree again and again: half of the time that parsing a long file takes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
