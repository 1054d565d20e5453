"""The files of a disk, as the analysis of other modules reads them: no file is ever too large, missing or broken for it."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # `typing` is not loaded where nothing else is
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

INSTALLED = ("site-packages", "dist-packages")
NOT_CODE = frozenset((*INSTALLED, "__pycache__", "node_modules"))
LARGEST = 4_000_000  # bytes; a larger file is data
STANDARD = os.path.dirname(os.path.abspath(os.__file__))


class Disk:
    """The files of a disk. `asked`, where it is a dict, keeps each question with its answer: what a judgement rests on.

    `behind`, where it is not None, answers in place of this machine's disk: the files of another machine, as they were shipped.
    """

    def __init__(self) -> None:
        self.behind: Disk | None = None
        self.asked: dict[tuple[str, str], object] | None = None
        self.around: list[Any] | None = None  # while that is kept: who asks

    def text(self, path: str) -> str | None:
        """The decoded text of a regular file; None for anything else: a pipe with such a name would be waited for without end."""
        import stat
        import tokenize

        self.stamp(path)
        if self.behind is not None:
            return self.behind.text(path)
        try:
            found = os.stat(path)
            if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
                return None
            with tokenize.open(path) as file:
                return file.read()
        except (OSError, SyntaxError, UnicodeError, LookupError, ValueError):
            return None

    def stamp(self, path: str) -> tuple[int, int] | None:
        """What changes when a file does: its time in nanoseconds and its size in bytes; None where there is no file."""
        return self.answer("stamp", path)  # type: ignore[return-value]

    def exists(self, path: str) -> bool:
        return bool(self.answer("exists", path))

    def is_folder(self, path: str) -> bool:
        return bool(self.answer("is_folder", path))

    def names(self, folder: str) -> list[str]:
        """What stands in a folder; nothing where it cannot be read."""
        return self.answer("names", folder)  # type: ignore[return-value]

    def answer(self, question: str, path: str) -> object:
        """What the disk says. Where someone keeps what was asked, it is asked once: a judgement rests on what it was told first."""
        asked, key = self.asked, (question, path)
        if asked is not None and key in asked:
            return asked[key]
        found = self.behind.answer(question, path) if self.behind is not None else QUESTIONS[question](path)
        if asked is not None:
            asked[key] = found
        return found

    def absolute(self, path: str) -> str:
        """A path from the root on, as seen from the folder that the run began in; "" is that folder."""
        return self.behind.absolute(path) if self.behind is not None else os.path.abspath(path)

    def is_standard(self, folder: str) -> bool:
        """Whether a folder is the standard library's."""
        return self.behind.is_standard(folder) if self.behind is not None else folder == STANDARD

    def rest_on_all(self, root: str) -> None:
        """Puts down that a judgement rests on all Python files below a folder."""
        if self.asked is not None:
            self.answer("below", root)

    def below(self, root: str) -> Iterable[str]:
        self.rest_on_all(root)
        if self.behind is not None:
            yield from self.behind.below(root)
            return
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in NOT_CODE)
            yield from (os.path.join(folder, name) for name in sorted(files) if name.endswith(".py"))


def stamp(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size)


def names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


_BELOW: dict[str, str] = {}


def below(root: str) -> str:
    """What changes when a Python file below a folder does, or comes or goes. Asked once in a process: no answer is newer than its use."""
    if root not in _BELOW:
        from hashlib import blake2b

        _BELOW[root] = blake2b(repr([(path, stamp(path)) for path in Disk().below(root)]).encode("utf-8", "surrogatepass")).hexdigest()
    return _BELOW[root]


QUESTIONS: dict[str, Callable[[str], object]] = {
    "stamp": stamp,
    "exists": os.path.isfile,
    "is_folder": os.path.isdir,
    "names": names,
    "below": below,
}
DISK = Disk()
