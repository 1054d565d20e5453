"""Judging where the files are not: what a worker on another machine is sent, what it sends back, and its work in between."""

from __future__ import annotations

import os
import sys
from functools import cache
from threading import Lock
from typing import NamedTuple

from flake8_pitfalls import __version__
from flake8_pitfalls.facts.kept import forget
from flake8_pitfalls.judgement import Outcome
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running.mirror import Here, Mirror, Question, Told
from flake8_pitfalls.running.resting import Rests, watched
from flake8_pitfalls.text.disk import DISK

ONE_AT_A_TIME = Lock()  # what is kept of other modules is this process's; threads of a worker wait for each other


class Batch(NamedTuple):
    """Files with their bytes, and answers to what their judgements ask. `program`: who sends it; a worker must be the same."""

    program: str
    here: Here
    files: tuple[tuple[one_file.Task, bytes], ...]
    told: Told


class Result(NamedTuple):
    """What came of one file: `after`: its new bytes, None where they are as they were. `rests` is None where that is too much to say."""

    outcome: Outcome
    after: bytes | None
    rests: Rests | None


class Answer(NamedTuple):
    """What came of a batch: for each file its result, or what has to be told before there can be one. `worker`: who says so."""

    program: str
    worker: str
    results: tuple[Result | tuple[Question, ...], ...]


@cache
def program() -> str:
    """What makes two processes judge alike: Python, its platform, and this program, by the content of its files."""
    from hashlib import blake2b

    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    digest = blake2b(digest_size=8)
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    digest.update(b"%s\0%s\0" % (name.encode(), file.read().replace(b"\r\n", b"\n")))
    version = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"
    return f"flake8-pitfalls {__version__} ({digest.hexdigest()}), {version}, {os.name}"


_MIRRORS: dict[str, Mirror] = {}


def mirror_of(here: Here) -> Mirror:
    """What this process knows of the files of a run; nothing is kept of the run before."""
    if here.run not in _MIRRORS:
        _MIRRORS.clear()
        forget()
        _MIRRORS[here.run] = Mirror(here)
    return _MIRRORS[here.run]


def work(batch: Batch) -> Answer:
    """Judges a batch; what runs on a worker. Reads no file but this program's own."""
    worker = f"{os.uname().nodename if hasattr(os, 'uname') else ''} {os.getpid()}"
    if batch.program != program():
        return Answer(program(), worker, ())
    with ONE_AT_A_TIME:
        mirror = mirror_of(batch.here)
        mirror.learn(batch.told)
        mirror.is_guessing = False
        results = tuple(judged(task, data, mirror) for task, data in batch.files)
        if mirror.is_guessing:
            forget()  # what is kept of other modules may rest on a guess
        return Answer(batch.program, worker, results)


def judged(task: one_file.Task, data: bytes, mirror: Mirror) -> Result | tuple[Question, ...]:
    """What becomes of a file, or what has to be known first."""
    mirror.lacking, mirror.looks = {}, 0
    DISK.behind = mirror
    try:
        (outcome, after), rests = watched(lambda: one_file.judge(task, data))
    finally:
        DISK.behind = None
    if not mirror.has_judged():
        return tuple(mirror.lacking)
    if rests is not None and (rests.groups or any(what == "below" for what, _, _ in rests.own)):
        rests = None
    if is_nothing(outcome):
        outcome = Outcome(task.path, "", "")
    return Result(outcome, after, rests)


def is_nothing(outcome: Outcome) -> bool:
    """Whether there is nothing to say of a file, so that its text need not travel."""
    return outcome.before == outcome.after and not (outcome.verdicts or outcome.stale or outcome.errors or outcome.broken)
