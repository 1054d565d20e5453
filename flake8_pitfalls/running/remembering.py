"""What `pitfalls-fix` found in a file, kept for the next run while the file, and all that the judgement rests on, stay the same.

One file for each folder that the command is run in, replaced whole: a line for each of the files judged there, with its time, size and
digest, the numbers of the questions that it rests on, which stand before the lines, and what was found. A torn or foreign one counts for
nothing; two runs at once lose some memories, never more. Findings are plain data: nothing that is read here can run anything.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from typing import Any, NamedTuple
from zlib import crc32

from flake8_pitfalls import engine
from flake8_pitfalls.judgement import Outcome
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running.answers import Answers
from flake8_pitfalls.running.document import Document
from flake8_pitfalls.running.place import fingerprint, put
from flake8_pitfalls.running.records import data_of, fits, plain
from flake8_pitfalls.running.replaying import ask, note, spoil
from flake8_pitfalls.running.replaying import digest as digest_of
from flake8_pitfalls.running.resting import Rests, watched
from flake8_pitfalls.text.coding import Undecodable

FORM = "pitfalls 2"
OURS = re.compile(r"[0-9a-f]{16,40}\.txt(?:\.\d+)?")
FRESH = 2.0  # seconds; a file that was written so short before it was judged may be written again without its time showing it
MOST_FILES = 100  # folders that the command was run in
LARGEST = 100_000_000  # bytes of one
OLD = 200_000  # entries of files that are not of this run are dropped beyond so many


class Judged(NamedTuple):
    """What came of one file, in the process that judged it. `stamp`: its time in nanoseconds and size; `digest`: of its bytes."""

    outcome: Outcome
    rests: Rests | None
    stamp: tuple[int, int] | None
    digest: str
    change: tuple[bytes, bytes] | None = None  # the bytes that were read, and those that are to take their place


def unwritten(task: one_file.Task) -> Judged:
    """What becomes of a file, with all that is needed to remember it; one that is to be changed waits for `written`."""
    stamp = stamp_of(task.path)
    data = one_file.read(task)
    if isinstance(data, Outcome):
        return Judged(data, *unread(task, stamp))
    (outcome, after), rests = watched(lambda: one_file.judge(task, data))
    return Judged(outcome, rests, stamp, digest_of(data), (data, after) if after is not None and task.do == one_file.WRITE else None)


def unread(task: one_file.Task, stamp: tuple[int, int] | None) -> tuple[Rests | None, tuple[int, int] | None, str]:
    """What is needed to remember a file that is not read for what is known of it, such as its size."""
    try:
        with open(task.path, "rb") as file:
            return Rests(), stamp, digest_of(file.read())
    except (OSError, ValueError):
        return Rests(), None, ""


def written(task: one_file.Task, judged: Judged) -> Judged:
    """The same, with the file written. Who has written the last one calls `write.settle`."""
    if judged.change is None:
        return judged
    old, new = judged.change
    return judged._replace(outcome=one_file.written(task, old, judged.outcome, new), change=None)


def stamp_of(path: str) -> tuple[int, int] | None:
    """The time and size of a file that is about to be judged, without a time that may stay when it is written again."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns if time.time() - found.st_mtime >= FRESH else 0, found.st_size)


def plain_unwritten(task: one_file.Task) -> Judged:
    """What becomes of a file where nothing is remembered; one that is to be changed waits for `written`."""
    data = one_file.read(task)
    if isinstance(data, Outcome):
        return Judged(data, None, None, "")
    outcome, after = one_file.judge(task, data)
    return Judged(outcome, None, None, "", (data, after) if after is not None and task.do == one_file.WRITE else None)


def died(task: one_file.Task) -> Judged:
    """What is said of a file that took its process down."""
    return Judged(Outcome(task.path, "", "", (), ("the process that judged it died; please report it",)), None, None, "")


class Memory:
    """What is known of the files of one folder. `is_on`: whether anything is kept at all."""

    def __init__(self, folder: str) -> None:
        where = f"{os.getcwd()}\n{sys.version}\n{fingerprint()}"
        self.place = os.path.join(folder, "files", f"{digest_of(where.encode('utf-8', 'surrogatepass'))}.txt") if folder else ""
        self.is_on = bool(folder)
        self.answers = Answers([], {})
        self._lines: dict[str, str] = {}  # by path, what was read
        self._new: dict[str, str] = {}
        self._keys: dict[tuple[int, ...], tuple[str, one_file.Task]] = {}
        if self.is_on:
            self._read()

    def _read(self) -> None:
        import json

        try:
            with open(self.place, "rb") as file:
                data = file.read(LARGEST)
            first, _, rest = data.partition(b"\n")
            if first != f"{FORM} {crc32(rest)}".encode():
                return
            head, *lines = rest.decode("utf-8", "surrogateescape").split("\n")
            self.answers = Answers.of(json.loads(head))
            self._lines = {line[: line.index("\t")]: line for line in lines}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self.answers, self._lines = Answers([], {}), {}

    def has(self, path: str) -> bool:
        """Whether anything is kept of a file, which may have changed since."""
        return path in self._lines

    # Asking

    def get(self, task: one_file.Task) -> Outcome | None:
        """What is known of a file, if everything is as it was."""
        line = self._lines.get(task.path)
        if line is None:
            return None
        try:
            _, time_ns, size, digest, key, own, rest = line.split("\t", 6)
            now = ask("stamp", task.path)
            if not isinstance(now, tuple):
                return None
            now_ns, now_size = now
            if now_size != int(size) or key != self.key(task):
                return None
            data: bytes | None = None
            if now_ns != int(time_ns):
                with open(task.path, "rb") as file:
                    data = file.read()
                if digest_of(data) != digest:
                    return None
                line = "\t".join((task.path, str(now_ns), size, digest, key, own, rest))
            if own and not self.answers.hold(own):
                return None
            outcome = self._outcome(task, rest, data) if rest else Outcome(task.path, "", "")
        except (OSError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError, Undecodable):
            return None
        if outcome is not None:
            self._new[task.path] = line
            note("stamp", task.path, now)
        return outcome

    def _outcome(self, task: one_file.Task, rest: str, data: bytes | None) -> Outcome | None:
        import json

        kept = json.loads(rest)
        if not all(self.answers.group_holds(name, count) for name, count in kept["groups"]):
            return None
        if "outcome" not in kept:
            return Outcome(task.path, "", "")
        if task.do != one_file.CHECK:
            return None
        outcome: Outcome = data_of(kept["outcome"])
        if not fits(outcome, Outcome):
            raise ValueError("no outcome of ours")
        if not kept["has_text"]:  # it could not be decoded
            return outcome
        if data is None:
            with open(task.path, "rb") as file:
                data = file.read()
        document = Document(task.path, data)
        return outcome._replace(
            before=document.text, after=document.text, notebook=document.notebook.raw if document.notebook is not None else ""
        )

    def key(self, task: one_file.Task) -> str:
        """What decides besides the file: codes, settings, which fixes may be made."""
        same = (id(task.codes), id(task.settings), id(task.policy), id(task.make))  # most tasks share them
        if same not in self._keys:
            policy = task.policy
            text = repr((task.codes, task.settings, policy._replace(unfixable=frozenset()), sorted(policy.unfixable), task.make))
            self._keys[same] = digest_of(text.encode("utf-8", "surrogatepass")), task
        return self._keys[same][0]

    # Keeping

    def put(self, task: one_file.Task, judged: Judged) -> Outcome:
        """Keeps what was found, unless something went wrong, and returns it."""
        outcome, rests = judged.outcome, judged.rests
        if rests is None or judged.stamp is None:
            spoil()
            return outcome
        note("stamp", task.path, judged.stamp)
        for name, more in rests.news:
            self.answers.grow(name, more)
        for questions in (rests.own, *(more for _, more in rests.news)):
            for what, where, answer in questions:
                note(what, where, answer)
        is_odd = outcome.before != outcome.after
        if is_odd or any(one.finding.code == engine.DEFECT for one in outcome.verdicts) or set("\t\n\r") & set(task.path):
            spoil()
            return outcome
        kept: dict[str, Any] = {}
        if outcome.verdicts or outcome.stale or outcome.errors or outcome.broken:
            if task.do != one_file.CHECK:
                return outcome
            kept["has_text"] = bool(outcome.before)
            kept["outcome"] = plain(outcome._replace(before="", after="", notebook=""))
        if rests.groups or kept:
            kept["groups"] = rests.groups
        import json

        time_ns, size = judged.stamp
        own = ",".join(str(self.answers.number(*one)) for one in rests.own)
        fields = (task.path, str(time_ns), str(size), judged.digest, self.key(task), own, json.dumps(kept) if kept else "")
        self._new[task.path] = "\t".join(fields)
        return outcome

    def save(self) -> None:
        """Writes what is known, that of files that this run did not meet too."""
        if not self.is_on or all(self._lines.get(path) == line for path, line in self._new.items()):
            return
        import json

        others = [line for path, line in self._lines.items() if path not in self._new]
        lines = [*self._new.values(), *others[:OLD]]
        self.answers.drop_groups(lines)
        lines = self.answers.tidied(lines)
        head = json.dumps({"asked": self.answers.rows, "groups": self.answers.groups})
        rest = "\n".join((head, *lines)).encode("utf-8", "surrogateescape")
        with contextlib.suppress(OSError):  # a cache that cannot be written is no reason to fail
            put(self.place, f"{FORM} {crc32(rest)}\n".encode() + rest, MOST_FILES)


def clear(folder: str) -> None:
    """Removes what is kept in a folder, by the names that we give, and nothing else: it may be anyone's."""
    if not folder:
        return
    for place in (
        os.path.join(folder, "files"),
        os.path.join(folder, "runs"),
        *(os.path.join(folder, f"{number:02x}") for number in range(256)),
    ):
        with contextlib.suppress(OSError):
            for name in os.listdir(place):
                if OURS.fullmatch(name):
                    os.unlink(os.path.join(place, name))
            os.rmdir(place)
