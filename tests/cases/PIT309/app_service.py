# why: open() starts the worker; the supervisor calls it twice for one service
from __future__ import annotations

import threading
import time


class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self._worker = threading.Thread(target=self._run, name=name, daemon=True)
        self._stop = threading.Event()

    def _run(self) -> None:
        while not self._stop.wait(0.01):
            pass

    def open(self) -> None:
        self._worker.start()

    def close(self) -> None:
        self._stop.set()
        self._worker.join()


class Supervisor:
    def __init__(self) -> None:
        self.service = Service("a")

    def restart(self) -> None:
        self.service.open()
        time.sleep(0.01)
        self.service.close()
        self.service.open()  # expect: PIT309


def main() -> None:
    Supervisor().restart()


if __name__ == "__main__":
    main()
