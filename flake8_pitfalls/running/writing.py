"""Many files written at a time, for a disk that is asked to make one file last makes sixteen last in the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from flake8_pitfalls.running.remembering import Judged, written

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from flake8_pitfalls.running.file import Task

THREADS = 16
WAITING = 64  # results that are held back for one that is being written
FEW = 4  # changed files; for so many no threads are started


def all_written(tasks: Sequence[Task], judged: Iterable[Judged]) -> Iterator[Judged]:
    """The results, in their order, once their files are written. Who has taken the last one calls `write.settle`."""
    waiting: deque[Judged | Future[Judged]] = deque()
    threads: ThreadPoolExecutor | None = None
    changed = 0
    try:
        for task, one in zip(tasks, judged, strict=True):
            changed += one.change is not None
            if one.change is None or changed <= FEW:
                waiting.append(written(task, one))
            else:
                threads = threads or started()
                waiting.append(threads.submit(written, task, one))
            while len(waiting) > WAITING or (waiting and isinstance(waiting[0], Judged)):
                yield result(waiting.popleft())
        while waiting:
            yield result(waiting.popleft())
    finally:  # what has begun to be written is, whoever breaks off; nothing else is
        if threads is not None:
            threads.shutdown(cancel_futures=True)


def started() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(THREADS)


def result(one: Judged | Future[Judged]) -> Judged:
    return one if isinstance(one, Judged) else one.result()
