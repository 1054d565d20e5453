"""The files of a disk, as the analysis of other modules reads them: no file is ever too large, missing or broken for it."""

from __future__ import annotations

import os
from collections.abc import Iterable

INSTALLED = ("site-packages", "dist-packages")
NOT_CODE = frozenset((*INSTALLED, "__pycache__", "node_modules"))
LARGEST = 4_000_000  # bytes; a larger file is data


class Disk:
    """The files of a disk, each text kept while its time and size stay the same."""

    def text(self, path: str) -> str | None:
        import tokenize

        try:
            if os.stat(path).st_size > LARGEST:
                return None
            with tokenize.open(path) as file:
                return file.read()
        except (OSError, SyntaxError, UnicodeError, LookupError, ValueError):
            return None

    def stamp(self, path: str) -> tuple[int, int] | None:
        """What changes when a file does: its time in nanoseconds and its size in bytes; None where there is no file."""
        try:
            found = os.stat(path)
        except (OSError, ValueError):
            return None
        return (found.st_mtime_ns, found.st_size)

    def exists(self, path: str) -> bool:
        return os.path.isfile(path)

    def is_folder(self, path: str) -> bool:
        return os.path.isdir(path)

    def below(self, root: str) -> Iterable[str]:
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in NOT_CODE)
            yield from (os.path.join(folder, name) for name in sorted(files) if name.endswith(".py"))


DISK = Disk()
