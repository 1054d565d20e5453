from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ._wait import sleep

if TYPE_CHECKING:
    from collections.abc import Awaitable

__all__ = ["spin_up"]


def spin_up():
    time.sleep(0.1)


def _hidden():
    time.sleep(1)


class Loader:
    async def load(self) -> None:
        await sleep(0.01)
