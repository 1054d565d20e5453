"""The user's files on a machine that has none of them: what was told of them, and what is still to be asked.

A question that nobody has answered yet is put down and guessed, so that the judgement goes on and asks the rest; a judgement that rests on
a guess counts for nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from flake8_pitfalls.text.disk import Disk

# What can be asked: what stands in a folder, by name, with its kind (None: that cannot be read), and whether upper and lower case tell
# names apart there; the kind of one path; the stamp and text of a file; the first Python files below a folder, and whether that is all;
# all of them.
LIST, KIND, TEXT, BELOW, ALL_BELOW = "list", "kind", "text", "below", "all below"
FILE, FOLDER, OTHER, NOTHING = "file", "folder", "other", ""
MOST_ANSWERS = 200_000  # and of other answers
MOST = 96_000_000  # characters of texts that are kept in one process
Question = tuple[str, str]  # one of these, and a path
Told = Mapping[Question, Any]


class Here(NamedTuple):
    """The machine that has the files: a name of the run, the folder that it began in, and where the standard library stands."""

    run: str
    folder: str
    standard: str


class Mirror(Disk):
    """`lacking`: what was asked since that was last emptied, and nobody has told; `looks`: how often anything was asked."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self.here = here
        self.lacking: dict[Question, None] = {}
        self.is_guessing = False  # whether what is kept in this process may rest on a guess
        self.looks = 0
        self._told: dict[Question, Any] = {}
        self._texts: dict[str, tuple[Any, str | None]] = {}
        self._size = 0

    def learn(self, told: Told) -> None:
        """Keeps answers; the first texts are dropped where there are too many."""
        if len(self._told) > MOST_ANSWERS:
            self._told.clear()
        for (what, where), answer in told.items():
            if what != TEXT:
                self._told[what, where] = answer
            elif where not in self._texts:
                self._texts[where] = answer
                self._size += len(answer[1] or "")
        while self._size > MOST and len(self._texts) > len(told):
            self._size -= len(self._texts.pop(next(iter(self._texts)))[1] or "")

    def _answer(self, what: str, where: str, guess: Any) -> Any:
        key = (what, where)
        if key in self._told:
            return self._told[key]
        self.lacking[key] = None
        return guess

    def has_judged(self) -> bool:
        """Whether a judgement that began with `lacking` empty and `looks` 0 is right: it asked nothing, or rests on no guess."""
        if self.lacking:
            self.is_guessing = True
        return not (self.is_guessing and self.looks)

    def absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self.here.folder, path))

    def is_standard(self, folder: str) -> bool:
        return folder == self.here.standard

    def text(self, path: str) -> str | None:
        self.looks += 1
        return self._text(path)[1]

    def _text(self, path: str) -> tuple[Any, str | None]:
        path = self.absolute(path)
        if path not in self._texts:
            if self.kind(path) == NOTHING:
                return None, None
            self.lacking[TEXT, path] = None
            return (0, 0), ""
        return self._texts[path]

    def kind(self, path: str) -> str:
        """What stands at a path, known from what was told of the folders on the way to it."""
        path = self.absolute(path)
        folder, name = os.path.split(path)
        if not name:
            return FOLDER
        if (LIST, folder) not in self._told and self._is_gone(folder):
            return NOTHING
        listed = self._answer(LIST, folder, ({}, True))
        if listed[0] is not None and name in listed[0]:
            return str(listed[0][name])
        return NOTHING if is_absent(name, *listed) else str(self._answer(KIND, path, NOTHING))

    def _is_gone(self, folder: str) -> bool:
        """Whether a folder that was not told of cannot be, by what was told of one above it."""
        above, name = os.path.split(folder)
        while name:
            if (LIST, above) in self._told:
                return is_absent(name, *self._told[LIST, above])
            above, name = os.path.split(above)
        return False

    def answer(self, question: str, path: str) -> object:
        self.looks += 1
        if question == "stamp":
            return self._text(path)[0]
        if question == "exists":
            return self.kind(path) == FILE
        if question == "is_folder":
            return self.kind(path) == FOLDER
        if question == "names":
            return sorted(self._answer(LIST, self.absolute(path), (None, True))[0] or ())
        return None  # what rests on all files is not kept

    def below(self, root: str) -> Iterable[str]:
        self.looks += 1
        root = self.absolute(root)
        first, is_all = self._answer(BELOW, root, ((), True))
        yield from first
        if not is_all:
            yield from self._answer(ALL_BELOW, root, first)[len(first) :]


def is_absent(name: str, listed: Mapping[str, str] | None, is_exact: bool) -> bool:
    """Whether a folder surely holds nothing of that name, which may stand there in other letters where these count as the same."""
    return listed is not None and name not in listed and is_exact
