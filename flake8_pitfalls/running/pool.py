"""The map over files in processes of this machine, as many as their bytes are worth: results in the order of the files."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.synchronize import Event

Job = TypeVar("Job")
Result = TypeVar("Result")
Work = Callable[[Job], Result]

# Bytes of files that are worth a process: for fewer it costs more to start than it saves. One that begins from nothing loads us first.
ENOUGH = {"fork": 150_000, "": 600_000}
USUAL = 10_000  # bytes of a job of which nobody says more
SHARES = 8  # of the bytes that are left, chunks for each process: few enough that none waits long for another at the end
LARGEST = 400_000  # bytes of a chunk; a larger file is one by itself and goes out first, for it is what the end would wait for
AHEAD = 6  # chunks for each process that are under way


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def size_of(path: str) -> int:
    """The bytes of a file; 0 where it cannot be asked."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


class Crew:
    """The processes of a run. They are started as soon as it is known that there is enough to do, while the rest is still looked for.

    `processes`: how many, 0 for as many as are worth it; `method`: how `multiprocessing` starts them, "" for its own way.
    """

    def __init__(self, processes: int = 0, method: str = "") -> None:
        self.processes = processes
        self.method = method
        self.expected = 0
        self.pool: ProcessPoolExecutor | None = None
        self.is_off: Event | None = None  # set: nobody wants the rest any more
        self.count = 0

    def expect(self, size: int) -> None:
        """There will be a job of so many bytes."""
        self.expected += size
        if self.pool is None and not self.processes and self.expected >= 2 * ENOUGH["fork"]:
            most = processors()
            if most > 1 and self.expected >= most * self.enough():
                self.start(most)

    def enough(self) -> int:
        """How many bytes are worth a process."""
        from multiprocessing import get_start_method

        return ENOUGH.get(self.method or get_start_method(), ENOUGH[""])

    def worth(self, jobs: int, size: int) -> int:
        """How many processes so many jobs of so many bytes are worth."""
        if self.processes or jobs <= 1 or size < 2 * ENOUGH["fork"]:
            return min(self.processes or 1, jobs)
        return max(1, min(processors(), size // self.enough(), jobs))

    def start(self, count: int) -> None:
        """Starts them, and does not wait until they are ready."""
        self.count = count
        self.pool, self.is_off = started(count, self.method)
        for _ in range(count):  # a process that fails to start is met when work is handed over
            self.pool.submit(int).add_done_callback(lambda future: future.cancelled() or future.exception())

    def over(
        self, jobs: Sequence[Job], work: Work[Job, Result], died: Work[Job, Result], sizes: Sequence[int] | None = None
    ) -> Iterator[Result]:
        """What `work` makes of each job, in order. `sizes`: the bytes of each.

        `died` makes the result of a job that takes its process down with it, as nothing in this process can; the others are still done.
        """
        sizes = sizes or [USUAL] * len(jobs)
        count = self.count or self.worth(len(jobs), sum(sizes))
        try:
            if count <= 1 or len(jobs) <= 1:
                yield from map(work, jobs)
                return
            if self.pool is None:
                self.start(count)
            yield from Map(self, jobs, work, died, sizes).results()
        finally:
            self.close(wait=False)

    def close(self, wait: bool) -> None:
        """Ends them. Once all is done they are waited for: on 3.10 what was left to itself printed a traceback as this process ended."""
        if self.pool is not None:
            if self.is_off is not None:  # what is under way cannot be cancelled, and this process would wait for it to end
                self.is_off.set()
            self.pool.shutdown(wait=wait, cancel_futures=True)
        self.pool, self.is_off, self.count = None, None, 0


class Map:
    """The way of some jobs through a crew."""

    def __init__(self, crew: Crew, jobs: Sequence[Any], work: Work[Any, Any], died: Work[Any, Any], sizes: Sequence[int]) -> None:
        self.crew, self.jobs, self.work, self.died = crew, jobs, work, died
        self.under_way: dict[Future[list[Any]], list[int]] = {}
        self.done: dict[int, Any] = {}
        self.left = deque(chunks(sizes, crew.count))

    def results(self) -> Iterator[Any]:
        """What becomes of each job, in order."""
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        for number in range(len(self.jobs)):
            while number not in self.done:
                try:
                    self.send()
                    for future in wait(self.under_way, return_when=FIRST_COMPLETED).done:
                        self.take(self.under_way[future], future.result())
                        del self.under_way[future]
                except BrokenProcessPool:
                    self.mend()
            if number == len(self.jobs) - 1:  # who has the last one may not come back
                self.crew.close(wait=True)
            yield self.done.pop(number)

    def send(self) -> None:
        assert self.crew.pool is not None
        while self.left and len(self.under_way) < AHEAD * self.crew.count:
            future = self.crew.pool.submit(each, self.work, [self.jobs[number] for number in self.left[0]])
            self.under_way[future] = self.left.popleft()

    def take(self, numbers: Sequence[int], results: Sequence[Any]) -> None:
        self.done.update(zip(numbers, results, strict=True))

    def mend(self) -> None:
        """A process is gone, and its pool with it: what was under way is done job by job, the rest by a new crew."""
        count = self.crew.count
        self.crew.close(wait=False)
        if not self.under_way and self.left:  # it was gone before it was given anything
            numbers = self.left.popleft()
            self.take(numbers, list(one_by_one([self.jobs[number] for number in numbers], self.work, self.died)))
        for future, numbers in self.under_way.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self.take(numbers, future.result())
            else:
                self.take(numbers, list(one_by_one([self.jobs[number] for number in numbers], self.work, self.died)))
        self.under_way.clear()
        if self.left:
            self.crew.start(count)


def chunks(sizes: Sequence[int], processes: int) -> list[list[int]]:
    """The numbers of jobs in chunks of about the same bytes: large ones by themselves and first, the others in their order."""
    most = max(1, min(LARGEST, sum(sizes) // (processes * SHARES)))
    large = sorted((number for number, size in enumerate(sizes) if size > most), key=lambda number: -sizes[number])
    found: list[list[int]] = [[number] for number in large]
    rest: list[int] = []
    total = 0
    for number, size in enumerate(sizes):
        if size > most:
            continue
        if rest and total + size > most:
            found.append(rest)
            rest, total = [], 0
        rest.append(number)
        total += size
    return [*found, rest] if rest else found


def each(work: Work[Job, Result], jobs: Sequence[Job]) -> list[Result]:
    """What is made of some jobs; runs in a process. When nobody wants it any more it is less."""
    return [work(job) for job in jobs if not (_IS_OFF and _IS_OFF[0].is_set())]


def over(
    jobs: Sequence[Job],
    work: Work[Job, Result],
    died: Work[Job, Result],
    processes: int = 0,
    sizes: Sequence[int] | None = None,
    method: str = "",
) -> Iterator[Result]:
    """The same as `Crew.over`, with a crew of its own."""
    return Crew(processes, method).over(jobs, work, died, sizes)


def one_by_one(jobs: Sequence[Job], work: Work[Job, Result], died: Work[Job, Result]) -> Iterator[Result]:
    """The same in one process that is not this one, so that the job is known that ends it."""
    from concurrent.futures.process import BrokenProcessPool

    pool, _ = started(1)
    try:
        for job in jobs:
            try:
                yield pool.submit(work, job).result()
            except BrokenProcessPool:
                yield died(job)
                pool.shutdown(wait=False)
                pool, _ = started(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def started(processes: int, method: str = "") -> tuple[ProcessPoolExecutor, Event]:
    """A pool whose processes leave Ctrl-C to this one, and what tells them that nobody wants the rest."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if sys.platform == "win32":
        processes = min(processes, 61)  # Windows waits for no more at once
    context = get_context(method or None)
    is_off = context.Event()
    return ProcessPoolExecutor(processes, context, initializer=ready, initargs=(is_off,)), is_off


_IS_OFF: list[Event] = []


def ready(is_off: Event) -> None:
    """Makes a new process ready to judge: what it will need is loaded while others still look for files."""
    from flake8_pitfalls import rules

    _IS_OFF[:] = [is_off]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rules.load()
