"""What workers elsewhere ask of this machine's files, answered: the first answer of a run holds for all of it."""

from __future__ import annotations

import itertools
import os
import stat
from typing import Any
from uuid import uuid4

from flake8_pitfalls.running.mirror import BELOW, FILE, FOLDER, KIND, LIST, NOTHING, OTHER, TEXT, Here, Question
from flake8_pitfalls.text.disk import STANDARD, Disk

FIRST = 2_000  # files below a folder that are told at once; few judgements look at more
PROJECT = 32_000_000  # bytes of the files of a project that is told whole
PROJECTS = 4  # that are kept to be told again
MOST_ANSWERS = 500_000  # that are kept for the same; then they are looked up anew
MOST = 256_000_000  # characters of texts that are kept to be told again


class Answers:
    """The files of this machine as a run first saw them."""

    def __init__(self) -> None:
        self.here = Here(uuid4().hex, os.getcwd(), STANDARD)
        self._disk = Disk()
        self._known: dict[Question, Any] = {}
        self._texts: dict[str, Any] = {}
        self._projects: dict[str, dict[Question, Any]] = {}
        self._weights: dict[str, int] = {}
        self._size = 0

    def of(self, question: Question) -> Any:
        """The answer to a question, as `mirror` lists them."""
        what, where = question
        if what == TEXT:
            return self._text(where)
        if question not in self._known:
            if len(self._known) >= MOST_ANSWERS:
                self._known.clear()
            self._known[question] = self._looked_up(what, where)
        return self._known[question]

    def _looked_up(self, what: str, where: str) -> Any:
        if what == LIST:
            return listed(where)
        if what == KIND:
            return kind(where)
        paths = self._disk.below(where)
        if what == BELOW:
            found = tuple(itertools.islice(paths, FIRST + 1))
            return found[:FIRST], len(found) <= FIRST
        return tuple(paths)

    def _text(self, path: str) -> Any:
        if path not in self._texts:
            self._texts[path] = (self._disk.stamp(path), self._disk.text(path))
            self._size += len(self._texts[path][1] or "")
            while self._size > MOST and len(self._texts) > 1:
                self._size -= len(self._texts.pop(next(iter(self._texts)))[1] or "")
        return self._texts[path]

    def project(self, root: str) -> dict[Question, Any]:
        """All that can be asked of the Python files below a folder; nothing where they are too much to be told at once."""
        if root not in self._projects:
            below = self.of((BELOW, root))
            found: dict[Question, Any] = {(BELOW, root): below}
            stamps = [self._disk.stamp(path) for path in below[0]]
            if below[1] and sum(stamp[1] for stamp in stamps if stamp) <= PROJECT:
                found |= {(TEXT, path): self.of((TEXT, path)) for path in below[0]}
                found |= {(LIST, folder): self.of((LIST, folder)) for folder in {root, *map(os.path.dirname, below[0])}}
            while len(self._projects) >= PROJECTS:
                del self._projects[next(iter(self._projects))]
            self._projects[root] = found
        return self._projects[root]

    def weight(self, folder: str) -> int:
        """How many characters the texts have that are told of the project around a folder."""
        top = self.top(os.path.abspath(folder))
        if top not in self._weights:
            self._weights[top] = sum(len(answer[1] or "") for (what, _), answer in self.project(top).items() if what == TEXT)
        return self._weights[top]

    def top(self, folder: str) -> str:
        """The folder that the outermost package around a folder stands in."""
        while "__init__.py" in (self.of((LIST, folder))[0] or ()) and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
        return folder

    def around(self, folder: str) -> dict[Question, Any]:
        """What every judgement of a file in a folder asks first: what stands there, in the packages around it, and where we are."""
        own = os.path.abspath(folder)
        top = self.top(own)
        folders = [own]
        while folders[-1] != top:
            folders.append(os.path.dirname(folders[-1]))
        folders += [os.path.dirname(top), self.here.folder]
        folders += [os.path.join(folder, "src") for folder in (own, *folders[-3:]) if "src" in (self.of((LIST, folder))[0] or ())]
        return self.project(top) | {(LIST, folder): self.of((LIST, folder)) for folder in folders}


def listed(folder: str) -> tuple[dict[str, str] | None, bool]:
    """What stands in a folder, each with its kind; nothing where there is no folder; None where it may not be looked into.

    And whether names there that differ in case are two: asked of the first one that has letters.
    """
    try:
        with os.scandir(folder) as entries:
            found = {entry.name: kind_of(entry) for entry in entries}
    except (FileNotFoundError, NotADirectoryError):
        return {}, True
    except (OSError, ValueError):
        return None, True
    other = next((name.swapcase() for name in found if name.swapcase() not in (name, *found)), "")
    return found, all(map(str.isascii, found)) and not (other and os.path.lexists(os.path.join(folder, other)))


def kind_of(entry: os.DirEntry[str]) -> str:
    """The kind of what stands in a folder, links followed."""
    try:
        return FILE if entry.is_file() else FOLDER if entry.is_dir() else OTHER
    except OSError:
        return OTHER


def kind(path: str) -> str:
    """The same of a path."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return NOTHING
    return FILE if stat.S_ISREG(mode) else FOLDER if stat.S_ISDIR(mode) else OTHER
