"""A Dask cluster as an executor for `remote`: the extra `flake8-pitfalls[dask]` brings what this needs."""

from __future__ import annotations

import contextlib
import importlib.util
import re
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.running.config import ConfigError

if TYPE_CHECKING:
    from flake8_pitfalls.running.file import Task
    from flake8_pitfalls.running.remembering import Judged
    from flake8_pitfalls.running.remote import Run

ADDRESS = re.compile(r"((tcp|tls|ws|wss|ucx)://)?[^\s/]+:\d+")
PATIENCE = 10.0  # seconds that a scheduler may take to answer, and then a worker to be there
ALONE = 60.0  # seconds that a cluster may be without workers
NEWS = 5.0  # seconds between two looks how many workers there are


class Cluster:
    """The workers behind a scheduler. Raises ConfigError where there is no Dask here, no scheduler at that address, or no worker."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        if importlib.util.find_spec("distributed") is None:
            raise ConfigError("--executor dask needs Dask: pip install 'flake8-pitfalls[dask]'")
        if ADDRESS.fullmatch(address) is None:  # what is no address keeps the client busy
            raise ConfigError(f"--scheduler {address}: is no address; it looks like tcp://host:8786")
        from distributed import Client

        self.run: Run | None = None
        self._looked = (0.0, 1)
        self._manned = time.monotonic()  # when there was a worker
        with quiet():
            try:
                self.client: Any = Client(address, timeout=patience, set_as_default=False)
            except Exception as error:
                raise ConfigError(f"--scheduler {address}: no Dask scheduler answers there ({type(error).__name__})") from None
            try:
                self.client.wait_for_workers(1, timeout=patience)
            except TimeoutError:
                self.client.close()
                raise ConfigError(f"--scheduler {address}: it has no workers; `dask worker {address}` starts one") from None

    def processes(self) -> int:
        """How many batches the workers can judge at once; 0 where the scheduler is gone, or has had no worker for long."""
        if self.client.status in ("closing", "closed"):
            return 0
        now = time.monotonic()
        when, count = self._looked
        if now - when > NEWS and self.client.status == "running":
            with contextlib.suppress(Exception):
                count = sum(self.client.nthreads().values())
            self._looked = (now, count)
            self._manned = now if count else self._manned
        return max(count, int(now - self._manned < ALONE))

    def over(self, tasks: Sequence[Task]) -> Iterator[Judged]:
        """What the workers make of each file, in order."""
        from flake8_pitfalls.running.remote import Run

        executor = self.client.get_executor(pure=False)
        self.run = Run(tasks, executor, self.processes)
        yield from self.run.results()

    def close(self) -> str:
        """Leaves the cluster. What there is to say of files that had to be judged here, else ""."""
        with quiet(), contextlib.suppress(Exception):
            self.client.close(timeout=2)
        count = self.run.count if self.run is not None else None
        return f"{count.here} files were judged here, for the cluster failed ({count.why})" if count is not None and count.here else ""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keeps what Dask logs of a scheduler that is not there to itself: we say it in a line."""
    import logging

    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
