"""The map over files: in this process, in several, or on any `concurrent.futures.Executor`; results in the order of the files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor

Job = TypeVar("Job")
Result = TypeVar("Result")

# Below this many files a process costs more to start than it saves.
FEW = 24


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def over(
    jobs: Sequence[Job], work: Callable[[Job], Result], died: Callable[[Job], Result], processes: int = 0, executor: Executor | None = None
) -> Iterator[Result]:
    """What `work` makes of each job, in order. `processes` 0 means as many as are worth it.

    `died` makes the result of a job that takes its process down with it, as nothing in this process can; the others are still done.
    """
    if executor is not None:
        yield from executor.map(work, jobs, chunksize=chunk(len(jobs), 4))
        return
    count = processes or (processors() if len(jobs) >= FEW else 1)
    if count <= 1 or len(jobs) <= 1:
        yield from map(work, jobs)
        return
    done = 0
    pool = started(min(count, len(jobs)))
    try:
        from concurrent.futures.process import BrokenProcessPool

        try:
            for result in pool.map(work, jobs, chunksize=chunk(len(jobs), count)):
                done += 1  # before it is handed over: who has the last one may not come back
                yield result
        except BrokenProcessPool:
            yield from one_by_one(jobs[done:], work, died)
    finally:  # once all is done it is waited for: on 3.10 one that was left to itself printed a traceback as the process ended
        pool.shutdown(wait=done == len(jobs), cancel_futures=True)


def one_by_one(jobs: Sequence[Job], work: Callable[[Job], Result], died: Callable[[Job], Result]) -> Iterator[Result]:
    """The same in one process that is not this one, so that the job is known that ends it."""
    from concurrent.futures.process import BrokenProcessPool

    pool = started(1)
    try:
        for job in jobs:
            try:
                yield pool.submit(work, job).result()
            except BrokenProcessPool:
                yield died(job)
                pool.shutdown(wait=False)
                pool = started(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def chunk(jobs: int, processes: int) -> int:
    """How many jobs a process is handed at a time: few enough that none waits long for another."""
    return max(1, min(8, jobs // (processes * 8)))


def started(processes: int) -> ProcessPoolExecutor:
    """A pool whose processes leave Ctrl-C to this one."""
    from concurrent.futures import ProcessPoolExecutor

    if sys.platform == "win32":
        processes = min(processes, 61)  # Windows waits for no more at once
    return ProcessPoolExecutor(processes, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
