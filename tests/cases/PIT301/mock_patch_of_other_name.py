# why: what the mock replaces is another function; time.sleep is the real one
import asyncio
import time
from unittest import mock


async def work():
    time.sleep(0.15)  # expect: PIT301


with mock.patch("time.perf_counter"):
    asyncio.run(work())
