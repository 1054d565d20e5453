"""A run in which nothing is new says what it said before: no option, file or folder, and nothing that a finding rests on, has changed.

What the run asked of the disk is kept with the answers, and what it printed. Loads nothing that such a run does not need: no parser, no
rule, no `re`, no JSON. A torn or foreign file counts for nothing.
"""

from __future__ import annotations

import os
import sys
import time
from zlib import crc32

from flake8_pitfalls.running.place import fingerprint, put, user_folder
from flake8_pitfalls.text.disk import QUESTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

FORM = b"pitfalls run 1"
MOST = 200  # runs that are kept
FRESH = 2_000_000_000  # nanoseconds; what was written so short before a run began may be written again without its time showing it
NEVER = ("-", "--interactive", "--write-baseline", "--no-cache", "--clear-cache", "--verbose", "-v", "--version", "--help", "-h")
DECIDING = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "PYTHONUTF8", "PYTHONIOENCODING", "LANG", "LC_ALL")


# What the run at hand has asked so far; None where nobody keeps it, or where it cannot be known again.
ASKED: dict[tuple[str, str], object] | None = None
# What the disk said a moment ago, when the run at hand was compared with those that are kept.
JUST_SAID: dict[tuple[str, str], object] = {}


def ask(what: str, where: str) -> object:
    """What the disk says, or has just said."""
    key = (what, where)
    return JUST_SAID[key] if key in JUST_SAID else QUESTIONS[what](where)


def note(what: str, where: str, *answer: object) -> None:
    """Puts down a question to the disk that decides what a run says: its answer, or the one that it has now."""
    if ASKED is not None and (what, where) not in ASKED:
        ASKED[what, where] = answer[0] if answer else ask(what, where)


def spoil() -> None:
    """The run at hand met something that is to be looked at each time."""
    global ASKED
    ASKED = None


class Known:
    """What a run printed, and its exit status."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status, self.out, self.err = status, out, err

    def say(self) -> int:
        """Prints it again."""
        for stream, data in ((sys.stdout, self.out), (sys.stderr, self.err)):
            if data:
                stream.flush()
                stream.buffer.write(data)
                stream.flush()
        return self.status


def may_be_known(words: list[str]) -> bool:
    """Whether a run may be one that says what it said: it changes nothing and asks nobody."""
    terminal = sys.stdout.isatty() or sys.stderr.isatty()
    return os.name == "posix" and "--check" in words and not any(word in NEVER for word in words) and not terminal


class Run:
    """One run, by all that decides it besides the disk."""

    def __init__(self, words: list[str]) -> None:
        folder = user_folder()
        parts = [*words, os.getcwd(), sys.version, sys.executable, str(sys.flags), sys.stdout.encoding, fingerprint()]
        parts += [os.environ.get(name, "") for name in DECIDING]
        self.began = time.time_ns()
        self.key = "\n".join(parts).encode("utf-8", "surrogatepass")
        self.place = os.path.join(folder, "runs", f"{digest(self.key)}.txt") if folder else ""

    def known(self) -> Known | None:
        """What it printed before, if every question that it asked is answered as it was."""
        JUST_SAID.clear()
        try:
            with open(self.place, "rb") as file:
                data = file.read()
            first, _, rest = data.partition(b"\n")
            if first != FORM + b" %d" % crc32(rest + self.key):
                return None
            head, _, rest = rest.partition(b"\n")
            status, out, err = (int(word) for word in head.split())
            printed = len(rest) - out - err
            for line in rest[:printed].decode("utf-8", "surrogateescape").split("\n"):
                if line:
                    what, where, answer = line.split("\t")
                    JUST_SAID[what, where] = said = QUESTIONS[what](where)
                    if repr(said) != answer:
                        return None
            JUST_SAID.clear()
            return Known(status, rest[printed : printed + out], rest[printed + out :])
        except (OSError, ValueError, KeyError):
            return None

    def made(self, work: Callable[[list[str]], int], words: list[str]) -> int:
        """Does the run, and keeps what it printed and what it asked of the disk."""
        global ASKED
        if not self.place:
            return work(words)
        ASKED = {}
        streams = Printed(sys.stdout), Printed(sys.stderr)
        sys.stdout, sys.stderr = streams
        try:
            status = work(words)
        finally:
            sys.stdout, sys.stderr = (one.stream for one in streams)
            JUST_SAID.clear()
        if ASKED is not None and status in (0, 1, 2):
            self.keep(status, [one.data() for one in streams], ASKED)
        ASKED = None
        return status

    def keep(self, status: int, printed: list[bytes], asked: dict[tuple[str, str], object]) -> None:
        """Keeps a run, unless something was written while it ran: then nobody knows which state it saw."""
        lines = []
        for (what, where), answer in asked.items():
            if "\t" in where or "\n" in where or (what == "stamp" and isinstance(answer, tuple) and answer[0] > self.began - FRESH):
                return
            lines.append(f"{what}\t{where}\t{answer!r}\n")
        rest = b"%d %d %d\n" % (status, *map(len, printed)) + b"".join(("".join(lines).encode("utf-8", "surrogateescape"), *printed))
        try:
            put(self.place, FORM + b" %d\n" % crc32(rest + self.key) + rest, MOST)
        except OSError:  # a cache that cannot be written is no reason to fail
            return


class Printed:
    """A stream that keeps what goes through it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.pieces: list[str] = []

    def write(self, text: str) -> int:
        self.pieces.append(text)
        return self.stream.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def data(self) -> bytes:
        """All of it, as it went out."""
        return "".join(self.pieces).encode(self.stream.encoding or "utf-8", "backslashreplace")

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)


def digest(data: bytes) -> str:
    """A name for some bytes."""
    try:
        from _blake2 import blake2b  # `hashlib` loads OpenSSL
    except ImportError:
        from hashlib import blake2b
    return str(blake2b(data, digest_size=12).hexdigest())
