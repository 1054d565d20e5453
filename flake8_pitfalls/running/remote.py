"""The map over files on any `concurrent.futures.Executor`, whose workers need not see the files: results in the order of the files.

A batch of files goes out with their bytes. A worker that needs to know more says what, and the batch goes out again with the answers, until
nothing is asked: then it was judged with what this machine's disk says, as here. What was told once to every worker is not told again,
unless one asks. A batch that is lost with its worker is judged here.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Any

from flake8_pitfalls.judgement import Outcome
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import pool, remembering
from flake8_pitfalls.running.answering import Answers
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.mirror import Question
from flake8_pitfalls.running.remembering import Judged
from flake8_pitfalls.running.replaying import digest
from flake8_pitfalls.running.shipping import Answer, Batch, Result, program, work

SMALL, LARGE = 200_000, 8_000_000  # bytes of the files of a batch: at least, where there is little to do, and at most
EACH_FILE = 8_000  # bytes of a batch for which it may have a file: small ones have a cost of their own
SHARES, LEAST = 12, 4  # batches for each worker; that it has at least, whatever the project is worth
AHEAD = 1_000  # files for each batch that may be under way, whose results may wait for an earlier one
EACH = 3  # batches that may be under way for each worker
FAT = 1_000_000  # what a batch is told beyond its files, in characters: of such ones, one a worker is under way
TOLD = 2_000_000  # answers, times workers, that are known to be told
SECONDS = 2.0  # without an answer, after which it is asked whether the workers are still there
ROUNDS = 60  # a batch that still asks then is judged here


class Lot:
    """Files that go out together, with their numbers, and what they were told."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.files: list[tuple[one_file.Task, bytes]] = []
        self.told: dict[Question, Any] = {}
        self.asked: set[Question] = set()  # in the last round
        self.rounds = 0
        self.size = 0  # of what it was told with in the last round


class Count:
    """What a run came to: batches and files sent, `size` of what was sent (bytes of files, characters of other texts), `rounds` of each
    file, how many files were judged `here`, and the first reason `why`.
    """

    def __init__(self) -> None:
        self.batches = self.files = self.size = self.here = 0
        self.rounds: Counter[int] = Counter()
        self.why = ""


class Run:
    """One map. `processes`: how many the executor has, asked now and then; 0 where it is gone for good."""

    def __init__(self, tasks: Sequence[one_file.Task], executor: Executor, processes: Callable[[], int]) -> None:
        self.tasks = tasks
        self.executor: Executor | None = executor
        self.processes = processes
        self.answers = Answers()
        self.total = sum(pool.size_of(task.path) for task in tasks)
        self.count = Count()
        self.under_way: dict[Future[Answer], Lot] = {}
        self.again: deque[Lot] = deque()
        self.done: dict[int, Judged] = {}
        self.fresh = self.lots()
        self.begun = 0  # files that were put into a lot, or could not be read
        self.workers: dict[str, set[Question]] = {}  # each with what it was told
        self.tellings: Counter[Question] = Counter()  # to how many workers each answer was told
        self.stamps: dict[int, tuple[int, int] | None] = {}

    def results(self) -> Iterator[Judged]:
        """What came of each file, in order, not written yet, as `remembering.unwritten` leaves it. Raises ConfigError."""
        try:
            for number in range(len(self.tasks)):
                while number not in self.done:
                    self.send(number)
                    self.receive()
                yield self.done.pop(number)
        finally:
            for future in self.under_way:
                future.cancel()

    # Out

    def lots(self) -> Iterator[Lot]:
        """All files in lots of some size; they are read when it is their turn."""
        lot = Lot()
        large, size = 0, 0
        for number, task in enumerate(self.tasks):
            self.stamps[number] = remembering.stamp_of(task.path)
            data = one_file.read(task)
            self.begun = number + 1
            if isinstance(data, Outcome):
                self.stamps.pop(number)
                self.done[number] = Judged(data, None, None, "")
                continue
            if lot.files and (size + len(data) > large or len(lot.files) >= large // EACH_FILE):
                yield lot
                lot, size = Lot(), 0
            if not lot.files:
                large = self.large(task.path)
            lot.numbers.append(number)
            lot.files.append((task, data))
            size += len(data)
        if lot.files:
            yield lot

    def large(self, path: str) -> int:
        """How many bytes a lot of files from here on may have. A worker is told of all the project around them, so it should be worth that,
        as long as each has some lots.
        """
        processes = max(1, self.processes())
        wanted = max(self.total // (SHARES * processes), self.answers.weight(os.path.dirname(path)) // 4)
        return max(SMALL, min(wanted, LARGE, self.total // (LEAST * processes)))

    def send(self, number: int) -> None:
        """Sends what may be sent while this file is waited for."""
        processes = max(1, self.processes())
        width = EACH * processes
        while len(self.under_way) < width and sum(lot.size > FAT for lot in self.under_way.values()) < processes:
            if self.again:
                lot = self.again.popleft()
            elif self.begun <= number + AHEAD * width:
                found = next(self.fresh, None)
                if found is None:
                    return
                lot = found
                for folder in dict.fromkeys(os.path.dirname(task.path) for task, _ in lot.files):
                    lot.told.update(self.answers.around(folder))
            else:
                return
            self.submit(lot)

    def submit(self, lot: Lot) -> None:
        everyone = len(self.workers) or 1
        told = {one: answer for one, answer in lot.told.items() if one in lot.asked or self.tellings[one] < everyone}
        batch = Batch(program(), self.answers.here, tuple(lot.files), told)
        try:
            if self.executor is None:
                raise RuntimeError("the executor is gone")
            self.under_way[self.executor.submit(work, batch)] = lot
        except Exception as error:
            self.executor = None
            self.judge_here(lot, error)
            return
        lot.rounds += 1
        self.count.batches += 1
        self.count.files += len(lot.files)
        lot.size = sum(len(where) + size_of(answer) for (_, where), answer in told.items())
        self.count.size += lot.size + sum(len(data) for _, data in lot.files)

    # In

    def receive(self) -> None:
        """Waits for a batch and takes what it came to."""
        if not self.under_way:
            return
        done = wait(self.under_way, SECONDS, FIRST_COMPLETED).done
        if not done and self.processes() == 0:  # nobody will ever answer
            self.executor = None
            for future in list(self.under_way):
                self.judge_here(self.under_way.pop(future), ConnectionError("it is gone"))
        for future in done:
            lot = self.under_way.pop(future)
            try:
                answer = future.result()
            except Exception as error:  # the worker, the cluster or the network: the files are still here
                self.judge_here(lot, error)
                continue
            self.take(lot, answer)

    def take(self, lot: Lot, answer: Answer) -> None:
        if answer.program != program():
            raise ConfigError(f"a worker may judge otherwise than this machine: it has {answer.program}; here is {program()}")
        self.told(answer.worker, lot)
        again: list[int] = []
        asked: set[Question] = set()
        for number, (_, data), result in zip(lot.numbers, lot.files, answer.results, strict=True):
            if isinstance(result, Result):
                change = (data, result.after) if result.after is not None else None
                self.done[number] = Judged(result.outcome, result.rests, self.stamps.pop(number), digest(data), change)
                self.count.rounds[lot.rounds] += 1
                continue
            again.append(number)
            asked.update(result)
            lot.told.update((question, self.answers.of(question)) for question in result)
        for question in asked & self.workers[answer.worker]:  # it has dropped them
            self.workers[answer.worker].discard(question)
            self.tellings[question] -= 1
        lot.asked = asked
        if again and lot.rounds >= ROUNDS:
            self.judge_here(self.part(lot, again), RuntimeError(f"still asked after {ROUNDS} rounds"))
        elif again:
            self.again.append(self.part(lot, again))

    def told(self, worker: str, lot: Lot) -> None:
        """Puts down what a worker was told; all that was told is told again when it has become too much to remember."""
        if sum(map(len, self.workers.values())) > TOLD:
            self.workers.clear()
            self.tellings.clear()
        known = self.workers.pop(worker, set())
        self.tellings.update(lot.told.keys() - known)
        self.workers[worker] = known | lot.told.keys()
        if len(self.workers) > max(1, self.processes()):  # one is gone, and another came in its place
            self.tellings.subtract(self.workers.pop(next(iter(self.workers))))

    @staticmethod
    def part(lot: Lot, numbers: Sequence[int]) -> Lot:
        """The files of a lot that have to go out again."""
        wanted = set(numbers)
        made = Lot()
        made.numbers += numbers
        made.files += [file for number, file in zip(lot.numbers, lot.files, strict=True) if number in wanted]
        made.told, made.asked, made.rounds = lot.told, lot.asked, lot.rounds
        return made

    def judge_here(self, lot: Lot, why: BaseException) -> None:
        """Judges files in a process of this machine, each by itself: one of them may be what ended the worker."""
        self.count.here += len(lot.files)
        self.count.why = self.count.why or f"{type(why).__name__}: {why}".partition("\n")[0]
        tasks = [task for task, _ in lot.files]
        for number, judged in zip(lot.numbers, pool.one_by_one(tasks, remembering.unwritten, remembering.died), strict=True):
            self.done[number] = judged
            self.stamps.pop(number, None)


def size_of(answer: Any) -> int:
    """About how many characters an answer has: a text, with its stamp, or something of many short names."""
    if isinstance(answer, str):
        return 0
    parts = [part for part in answer if part]
    return sum(len(part) if isinstance(part, str) else 40 * len(part) for part in parts if isinstance(part, (str, tuple, dict)))
