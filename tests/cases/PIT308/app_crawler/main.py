# why: the monitor is made and never started; its run() is called; the stats' method is printed; drain runs at once; the lock is new each time
from __future__ import annotations

import argparse
import logging
import queue
import threading

from workers import Eager, Stats, Worker, drain, guard


class Crawler:
    def __init__(self, size: int) -> None:
        self.jobs: queue.Queue[str] = queue.Queue()
        self.stats = Stats()
        self.workers = [Worker(self.jobs, self.stats) for _ in range(size)]
        self._monitor = Worker(self.jobs, self.stats)  # expect: PIT308

    def crawl(self, urls: list[str]) -> None:
        for worker in self.workers:
            worker.start()
        for url in urls:
            self.jobs.put(url)
        self.jobs.join()

    def report(self) -> None:
        logging.info("pages: %s", self.stats.total)  # expect: PIT307
        print(f"{self.stats.total} pages")  # expect: PIT307
        if self._monitor.is_alive():
            self._monitor.join()

    def close(self) -> None:
        cleaner = threading.Thread(target=drain(self.jobs))  # expect: PIT310
        cleaner.start()
        cleaner.join()
        with guard():
            self.stats.pages = 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("urls", nargs="*", default=["a", "b"])
    arguments = parser.parse_args([])
    crawler = Crawler(2)
    crawler.crawl(arguments.urls)
    crawler.report()
    crawler.close()
    Eager()


if __name__ == "__main__":
    main()
