"""How far a long run is: one line on a terminal, and nothing in a pipe."""

from __future__ import annotations

import os
import time
from typing import Any, TextIO

PATIENCE = 1.0  # seconds of silence that need no explanation
OFTEN = 0.1  # seconds between two states of our own line


class Progress:
    """A bar for so many files, by tqdm where it is installed (`flake8-pitfalls[progress]`), else a plain line of our own.

    It is shown on a terminal only, and only once the work has taken longer than a second.
    """

    def __init__(self, total: int, stream: TextIO, wanted: bool = True) -> None:
        self.total = total
        self.stream = stream
        self.wanted = wanted and total > 1 and stream.isatty() and os.environ.get("TERM") != "dumb"
        self.done = 0
        self.began = self.drawn = time.monotonic()
        self.bar: Any = None
        self.visible = False

    def step(self) -> None:
        """One more file is done."""
        self.done += 1
        if not self.wanted or (now := time.monotonic()) - self.began < PATIENCE:
            return
        if self.bar is None:
            self.bar = bar(self.total, self.stream)
        if self.bar:
            self.bar.update(self.done - self.bar.n)
            if not self.visible:
                self.bar.refresh()
        elif now - self.drawn >= OFTEN or not self.visible:
            self.stream.write(f"\r{self.done} of {self.total} files")
            self.stream.flush()
            self.drawn = now
        self.visible = True

    def hide(self) -> None:
        """Makes room for other lines; the next step shows it again."""
        if self.visible:
            if self.bar:
                self.bar.clear()
            else:
                self.stream.write("\r" + " " * len(f"{self.total} of {self.total} files") + "\r")
                self.stream.flush()
            self.visible = False

    def end(self) -> None:
        """Takes it away."""
        self.hide()
        self.wanted = False
        if self.bar:
            self.bar.close()


def bar(total: int, stream: TextIO) -> Any:
    """tqdm's bar; False where it is not installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        return False
    return tqdm(total=total, file=stream, unit=" files", leave=False, dynamic_ncols=True)
