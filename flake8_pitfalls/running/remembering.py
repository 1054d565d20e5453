"""What `pitfalls-fix` found in a file, kept for the next run while the file, and all that the judgement rests on, stay the same.

One file for each folder that the command is run in, replaced whole: a line for each of the files judged there, with its time, size and
digest, and what was found. A torn or foreign one counts for nothing; two runs at once lose some memories, never more. Findings are plain
data: nothing that is read here can run anything.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints
from zlib import crc32

from flake8_pitfalls import engine
from flake8_pitfalls.fixer import Outcome, Verdict
from flake8_pitfalls.fixing.known import Known
from flake8_pitfalls.model import Edit, Finding, Fix, Level, Related, Safety, Span
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running.document import Document
from flake8_pitfalls.running.place import fingerprint
from flake8_pitfalls.running.replaying import digest as digest_of
from flake8_pitfalls.running.replaying import make_room, note, spoil
from flake8_pitfalls.running.resting import Rests, watched
from flake8_pitfalls.text.coding import Undecodable
from flake8_pitfalls.text.disk import QUESTIONS

FORM = "pitfalls 1"
OURS = re.compile(r"[0-9a-f]{16,40}\.txt(?:\.\d+)?")
KINDS = {one.__name__: one for one in (Outcome, Verdict, Finding, Fix, Edit, Span, Related, Known)}
ENUMS = {one.__name__: one for one in (Level, Safety)}
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


def work(task: one_file.Task) -> Judged:
    """What becomes of a file, with all that is needed to remember it."""
    try:
        found = os.stat(task.path)
        stamp: tuple[int, int] | None = (found.st_mtime_ns, found.st_size)
        if time.time() - found.st_mtime < FRESH:
            stamp = (0, found.st_size)
        with open(task.path, "rb") as file:
            digest = digest_of(file.read())
    except (OSError, ValueError):
        stamp, digest = None, ""
    outcome, rests = watched(lambda: one_file.work(task))
    return Judged(outcome, rests, stamp, digest)


def plain_work(task: one_file.Task) -> Judged:
    """The same where nothing is remembered."""
    return Judged(one_file.work(task), None, None, "")


def died(task: one_file.Task) -> Judged:
    """What is said of a file that took its process down."""
    return Judged(Outcome(task.path, "", "", (), ("the process that judged it died; please report it",)), None, None, "")


class Memory:
    """What is known of the files of one folder. `is_on`: whether anything is kept at all."""

    def __init__(self, folder: str) -> None:
        where = f"{os.getcwd()}\n{sys.version}\n{fingerprint()}"
        self.place = os.path.join(folder, "files", f"{digest_of(where.encode('utf-8', 'surrogatepass'))}.txt") if folder else ""
        self.is_on = bool(folder)
        self.groups: dict[str, list[list[Any]]] = {}  # as `plain` writes questions
        self._lines: dict[str, str] = {}  # by path, what was read
        self._new: dict[str, str] = {}
        self._answers: dict[tuple[str, str], object] = {}
        self._bad: dict[str, int] = {}  # by group, its first question that is answered in another way now
        self._keys: dict[object, str] = {}
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
            self.groups = json.loads(head)
            self._lines = {line.partition("\t")[0]: line for line in lines}
        except (OSError, ValueError, RecursionError):
            self.groups, self._lines = {}, {}

    # Asking

    def get(self, task: one_file.Task) -> Outcome | None:
        """What is known of a file, if everything is as it was."""
        line = self._lines.get(task.path)
        if line is None:
            return None
        try:
            _, time_ns, size, digest, key, rest = line.split("\t", 5)
            found = os.stat(task.path)
            if found.st_size != int(size) or key != self.key(task):
                return None
            data: bytes | None = None
            if found.st_mtime_ns != int(time_ns):
                with open(task.path, "rb") as file:
                    data = file.read()
                if digest_of(data) != digest:
                    return None
                line = "\t".join((task.path, str(found.st_mtime_ns), size, digest, key, rest))
            outcome = self._outcome(task, rest, data)
        except (OSError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError, Undecodable):
            return None
        if outcome is not None:
            self._new[task.path] = line
            note("stamp", task.path, (found.st_mtime_ns, found.st_size))
        return outcome

    def _outcome(self, task: one_file.Task, rest: str, data: bytes | None) -> Outcome | None:
        if not rest:
            return Outcome(task.path, "", "")
        import json

        kept = json.loads(rest)
        if not all(self._is_so(what, where, answer) for what, where, answer in kept["own"]):
            return None
        if not all(self._holds(name, count) for name, count in kept["groups"]):
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

    def _is_so(self, what: str, where: str, answer: object) -> bool:
        key = (what, where)
        if key not in self._answers:
            found = QUESTIONS[what](where)
            self._answers[key] = plain(found)
            note(what, where, found)
        return bool(self._answers[key] == answer)

    def _holds(self, name: str, count: int) -> bool:
        """Whether the first questions of a group are answered as they were."""
        if name not in self._bad:
            asked = self.groups[name]
            self._bad[name] = next((number for number, one in enumerate(asked) if not self._is_so(*one)), len(asked) + 1)
        return count <= self._bad[name]

    def key(self, task: one_file.Task) -> str:
        """What decides besides the file: codes, settings, which fixes may be made."""
        parts = (task.codes, task.settings, task.policy, task.make)
        if parts not in self._keys:
            text = repr((*parts[:2], task.policy._replace(unfixable=frozenset()), sorted(task.policy.unfixable), task.make))
            self._keys[parts] = digest_of(text.encode("utf-8", "surrogatepass"))
        return self._keys[parts]

    # Keeping

    def put(self, task: one_file.Task, judged: Judged) -> Outcome:
        """Keeps what was found, unless something went wrong, and returns it."""
        outcome, rests = judged.outcome, judged.rests
        if rests is None or judged.stamp is None:
            spoil()
            return outcome
        note("stamp", task.path, judged.stamp)
        for name, more in rests.news:
            self.groups.setdefault(name, []).extend([what, where, plain(answer)] for what, where, answer in more)
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
        if rests.own or rests.groups or kept:
            kept |= {"own": [[what, where, plain(answer)] for what, where, answer in rests.own], "groups": rests.groups}
        import json

        time_ns, size = judged.stamp
        fields = (task.path, str(time_ns), str(size), judged.digest, self.key(task), json.dumps(kept) if kept else "")
        self._new[task.path] = "\t".join(fields)
        return outcome

    def save(self) -> None:
        """Writes what is known, that of files that this run did not meet too."""
        if not self.is_on or all(self._lines.get(path) == line for path, line in self._new.items()):
            return
        import json

        others = [line for path, line in self._lines.items() if path not in self._new]
        lines = [*self._new.values(), *others[:OLD]]
        used = {name for line in lines for name in self.groups if f'"{name}"' in line} if self.groups else set()
        head = json.dumps({name: asked for name, asked in self.groups.items() if name in used})
        rest = "\n".join((head, *lines)).encode("utf-8", "surrogateescape")
        with contextlib.suppress(OSError):  # a cache that cannot be written is no reason to fail
            folder = os.path.dirname(self.place)
            os.makedirs(folder, exist_ok=True)
            make_room(folder, MOST_FILES)
            scratch = f"{self.place}.{os.getpid()}"
            with open(scratch, "wb") as file:
                file.write(f"{FORM} {crc32(rest)}\n".encode() + rest)
            os.replace(scratch, self.place)


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


def plain(value: Any) -> Any:
    """Our records as JSON can hold them: a list that begins with the kind."""
    if type(value).__name__ in KINDS:
        return [type(value).__name__, *map(plain, value)]
    if type(value).__name__ in ENUMS:
        return [type(value).__name__, value.value]
    if isinstance(value, (tuple, list)):
        return ["", *map(plain, value)]
    return value


def fits(value: Any, wanted: Any) -> bool:
    """Whether what was read is of a type, and all in it: someone else may have written into the cache."""
    import types

    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if inner[-1] is Ellipsis:
            return all(fits(one, inner[0]) for one in value)
        return len(value) == len(inner) and all(map(fits, value, inner))
    if origin is types.UnionType:
        return any(fits(value, one) for one in inner)
    if not isinstance(value, wanted):
        return False
    return not hasattr(wanted, "_fields") or all(map(fits, value, get_type_hints(wanted).values()))


def data_of(value: Any) -> Any:
    """A record that `plain` has written. Raises ValueError, KeyError or TypeError for anything else."""
    if not isinstance(value, list):
        return value
    kind, *parts = value
    if kind in ENUMS:
        return ENUMS[kind](*parts)
    found = [data_of(part) for part in parts]
    return KINDS[kind](*found) if kind else tuple(found)
