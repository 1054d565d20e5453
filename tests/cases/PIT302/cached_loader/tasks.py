import asyncio
import time
from functools import partial

from store import load_rates


def prepare(seconds):
    time.sleep(seconds)


async def warm():
    await asyncio.get_running_loop().run_in_executor(None, partial(prepare, 0.01))


async def refresh(cache):
    cache.set("rates", await asyncio.to_thread(load_rates.__wrapped__))
    prepare(0.1)  # expect: PIT302
