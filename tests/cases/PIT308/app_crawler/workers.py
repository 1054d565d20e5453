# why: the workers of the crawler
from __future__ import annotations

import logging
import queue
import threading

log = logging.getLogger(__name__)


class Stats:
    def __init__(self) -> None:
        self.pages = 0

    def total(self) -> int:
        return self.pages


class Worker(threading.Thread):
    def __init__(self, jobs: queue.Queue[str], stats: Stats) -> None:
        super().__init__(daemon=True)
        self.jobs = jobs
        self.stats = stats

    def run(self) -> None:
        while True:
            url = self.jobs.get()
            log.info("fetching %s", url)
            self.stats.pages += 1
            self.jobs.task_done()


class Eager(threading.Thread):
    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.start()


def drain(jobs: queue.Queue[str]) -> None:
    while not jobs.empty():
        jobs.get()


def guard() -> threading.Lock:
    return threading.Lock()
