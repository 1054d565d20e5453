"""The project's files as the editor sees them: an open text wins over the disk, so that unsaved edits count in other modules too."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import count

from flake8_pitfalls.text.disk import DISK, Disk

UNSAVED = count(1)


class Buffers:
    """A `model.Files`. The stamp of an open text is unlike any of the disk: its time is below zero and never comes again."""

    def __init__(self, disk: Disk = DISK) -> None:
        self.disk = disk
        self.open: dict[str, tuple[str, tuple[int, int]]] = {}
        self.folders: dict[str, set[str]] = {}

    def put(self, path: str, text: str) -> None:
        """An open text, anew after each edit. Without a path it is seen by nobody else."""
        if path:
            key = norm(path)
            if key not in self.open:
                self.folders.setdefault(os.path.dirname(key), set()).add(os.path.basename(key))
            self.open[key] = (text, (-next(UNSAVED), len(text)))

    def drop(self, path: str) -> None:
        """A text that was closed: from now on the disk counts."""
        key = norm(path)
        if self.open.pop(key, None) is not None:
            names = self.folders[os.path.dirname(key)]
            names.discard(os.path.basename(key))
            if not names:
                del self.folders[os.path.dirname(key)]

    def text(self, path: str) -> str | None:
        found = self.open.get(norm(path))
        return found[0] if found is not None else self.disk.text(path)

    def stamp(self, path: str) -> tuple[int, int] | None:
        found = self.open.get(norm(path))
        return found[1] if found is not None else self.disk.stamp(path)

    def exists(self, path: str) -> bool:
        return norm(path) in self.open or self.disk.exists(path)

    def is_folder(self, path: str) -> bool:
        return self.disk.is_folder(path)

    def names(self, folder: str) -> list[str]:
        return sorted({*self.disk.names(folder), *self.folders.get(norm(folder), ())})

    def absolute(self, path: str) -> str:
        return self.disk.absolute(path)

    def is_standard(self, folder: str) -> bool:
        return self.disk.is_standard(folder)

    def below(self, root: str) -> Iterable[str]:
        seen = set()
        for path in self.disk.below(root):
            seen.add(norm(path))
            yield path
        inside = os.path.join(norm(root), "")
        yield from sorted(path for path in self.open if path.startswith(inside) and path.endswith(".py") and path not in seen)


def norm(path: str) -> str:
    """A path as a key."""
    return os.path.normcase(os.path.abspath(path))
