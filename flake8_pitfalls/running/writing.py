"""Many files written at a time, for a disk that is asked to make one file last makes sixteen last in the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from flake8_pitfalls.running.remembering import Judged, written

if TYPE_CHECKING:
    from concurrent.futures import Future

    from flake8_pitfalls.running.file import Task

THREADS = 16
WAITING = 64  # results that are held back for one that is being written
FEW = 4  # files; for so many no threads are started


def all_written(tasks: Sequence[Task], judged: Iterable[Judged]) -> Iterator[Judged]:
    """The results, in their order, once their files are written. Who has taken the last one calls `write.settle`."""
    if len(tasks) <= FEW:
        yield from map(written, tasks, judged)
        return
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Judged | Future[Judged]] = deque()
    threads = ThreadPoolExecutor(THREADS)
    try:
        for task, one in zip(tasks, judged, strict=True):
            waiting.append(one if one.change is None else threads.submit(written, task, one))
            while len(waiting) > WAITING or (waiting and isinstance(waiting[0], Judged)):
                yield result(waiting.popleft())
        while waiting:
            yield result(waiting.popleft())
    finally:  # what has begun to be written is, whoever breaks off; nothing else is
        threads.shutdown(cancel_futures=True)


def result(one: Judged | Future[Judged]) -> Judged:
    return one if isinstance(one, Judged) else one.result()
