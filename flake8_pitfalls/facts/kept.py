"""Views of modules that were read, kept in this process while their files stay the same: the last ones, up to a size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from flake8_pitfalls.facts.view import View

Stamp = tuple[int, int] | None
Answer = TypeVar("Answer")
MANY = 20_000  # answers of one kind
MOST = 6_000_000  # bytes of their files; a tree takes some thirty times as much


class Kept:
    """By path, name and store. A file's stamp is its time in nanoseconds and its size in bytes."""

    def __init__(self) -> None:
        self._views: dict[tuple[str, str, int], tuple[Stamp, View | None]] = {}
        self._size = 0

    def get(self, key: tuple[str, str, int], stamp: Stamp) -> tuple[View | None] | None:
        """The view made of the file as it is now, in a tuple, since a broken file has none; None where nothing is kept."""
        known = self._views.get(key)
        return (known[1],) if known is not None and stamp is not None and known[0] == stamp else None

    def put(self, key: tuple[str, str, int], stamp: Stamp, view: View | None) -> None:
        """Keeps a view; the first ones of the others go when all together are too large."""
        self._drop(key)
        self._views[key] = (stamp, view)
        self._size += stamp[1] if stamp is not None else 0
        while self._size > MOST and len(self._views) > 1:
            self._drop(next(iter(self._views)))

    def _drop(self, key: tuple[str, str, int]) -> None:
        stamp, _ = self._views.pop(key, (None, None))
        self._size -= stamp[1] if stamp is not None else 0

    def clear(self) -> None:
        """Drops all."""
        self._views.clear()
        self._size = 0


KEPT = Kept()
LONG = 40_000_000  # bytes of judged files after which what is kept is let go: so much is needed no more that memory would only grow
JUDGED = [0]  # bytes since then
FORGETTING: list[Callable[[], object]] = [KEPT.clear]  # each empties something that is kept of the files of a run


class PerFile:
    """An answer for each file, kept while the file stays the same, and while there are few enough."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Stamp, Any]] = {}
        FORGETTING.append(self._known.clear)

    def of(self, key: Hashable, stamp: Stamp, make: Callable[[], Answer]) -> Answer:
        """The answer for a file: the one that is kept, or a new one; with no stamp nobody can say whether it has changed."""
        known = self._known.get(key)
        if known is None or stamp is None or known[0] != stamp:
            if len(self._known) >= MANY:
                self._known.clear()
            known = self._known[key] = stamp, make()
        answer: Answer = known[1]
        return answer


def forget() -> None:
    """Drops all that this process keeps of other modules: it may not be so, or is needed no more."""
    JUDGED[0] = 0
    for empty in FORGETTING:
        empty()


def judging(size: int) -> None:
    """A file of so many bytes is about to be judged: now and then all begins anew, so that a process does not grow with what it judges."""
    JUDGED[0] += size
    if JUDGED[0] > LONG:
        import gc

        forget()
        gc.collect()
