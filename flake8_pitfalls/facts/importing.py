"""Which files of a project may import a module, by the words of their texts: read once for all modules of a run."""

from __future__ import annotations

import os
import time
from itertools import islice
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.kept import FORGETTING
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.model import Files

SHARE = 50  # looking whether files have changed may take one part in so many of the time
NAMED = 64  # so many times the files that are read are named: a name takes no reading, and one that is not known takes all of it
ROOTS = 4  # folders that are kept at a time


class Mentions:
    """For the Python files below a folder, in their order and up to a number of them: which names of files and folders stand in them."""

    def __init__(self, files: Files, root: str, most: int) -> None:
        self._files = files
        self._root = root
        self._most = most
        self._stamps: dict[str, Any] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        self._names: frozenset[str] = frozenset()
        self.next_look = 0.0
        self.is_cut = False  # there are more files

    def of(self, name: str) -> list[str] | None:
        """The files whose text holds that word, and `import`; None where no file or folder is named so, so that nobody has looked."""
        now = time.monotonic()
        if now >= self.next_look:
            self._look()
            done = time.monotonic()
            self.next_look = done + SHARE * (done - now)
        return self._by_word.get(name, []) if name in self._names else None

    def holding(self, name: str) -> list[str]:
        """The same for any name: all texts are read for it."""
        texts = ((path, self._files.text(path) or "") for path in self._stamps)
        return [path for path, text in texts if name in text and "import" in text]

    def _look(self) -> None:
        named = list(islice(self._files.below(self._root), NAMED * self._most))
        paths = named[: self._most]
        self.is_cut = len(named) >= self._most
        stamps = {path: self._files.stamp(path) for path in paths}
        names = names_of(named, self._root)
        if stamps == self._stamps and names <= self._names:
            return
        if not names <= self._names:  # a word that nobody has looked for
            self._stamps, self._words = {}, {}
        self._names = names
        for path, stamp in stamps.items():
            if stamp is None or self._stamps.get(path) != stamp:
                self._words[path] = self._read(path)
        self._stamps = stamps
        self._by_word = {}
        for path in paths:
            for word in self._words[path]:
                self._by_word.setdefault(word, []).append(path)

    def _read(self, path: str) -> frozenset[str]:
        text = self._files.text(path)
        return frozenset() if text is None or "import" not in text else Source(text).words & self._names


def names_of(paths: list[str], root: str) -> frozenset[str]:
    """The names of files, without their suffix, and of the folders that they are in, that one is too."""
    names = {os.path.basename(root)}
    folders = set()
    for path in paths:
        folder, name = os.path.split(path)
        names.add(name.rpartition(".")[0])
        folders.add(folder)
    for folder in folders:
        names.update(os.path.relpath(folder, root).split(os.sep))
    return frozenset(names)


_MENTIONS: dict[tuple[int, str, int], Mentions] = {}
FORGETTING.append(_MENTIONS.clear)


def mentions(files: Files, root: str, most: int) -> Mentions:
    """What is kept of a folder for the life of this process, while `files` can say what has changed."""
    if getattr(files, "stamp", None) is None:
        return Mentions(files, root, most)
    key = (id(files), root, most)
    found = _MENTIONS.get(key)
    if found is None:
        while len(_MENTIONS) >= ROOTS:
            del _MENTIONS[next(iter(_MENTIONS))]
        found = _MENTIONS[key] = Mentions(files, root, most)
    return found


def look_again() -> None:
    """A file is known to have changed: what is kept is looked at again when it is next asked for."""
    for one in _MENTIONS.values():
        one.next_look = 0.0
