"""The one thread that judges, so that the server can read on, and facts that are kept between judgements are never asked by two at once."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

STACK = 64 * 1024 * 1024  # bytes; the parser and deep expressions want more than the 512 KiB that a thread has on some platforms
FULL_COLLECTION = 5  # judgements in full between two collections of everything

T = TypeVar("T")


class Worker:
    """Jobs one after the other. A long one looks at `urgent` now and then, and gives way to a key stroke."""

    def __init__(self) -> None:
        self.urgent = 0  # jobs of a key stroke that wait
        self.rounds = 0
        before = threading.stack_size()
        with contextlib.suppress(ValueError, RuntimeError):  # not on every platform
            threading.stack_size(STACK)
        self.pool = ThreadPoolExecutor(1, "judge")
        self.pool.submit(int).result()  # the thread starts now, with this stack
        with contextlib.suppress(ValueError, RuntimeError):
            threading.stack_size(before)

    async def do(self, work: Callable[[], T]) -> T:
        """What a job gives."""
        return await asyncio.get_running_loop().run_in_executor(self.pool, work)

    async def do_soon(self, work: Callable[[], T]) -> T:
        """The same for a job that others give way to."""
        self.urgent += 1
        try:
            return await self.do(work)
        finally:
            self.urgent -= 1

    async def tidy(self) -> None:
        """Throws away what judgements have left behind; called when nobody types."""
        self.rounds += 1
        generation = 2 if self.rounds % FULL_COLLECTION == 0 else 1
        await self.do(lambda: gc.collect(generation))

    def close(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
