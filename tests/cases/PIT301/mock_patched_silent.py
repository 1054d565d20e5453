# why: mock replaces time.sleep while the loop runs
import asyncio
import time
from unittest import mock


async def work():
    time.sleep(0.15)


with mock.patch("time.sleep"):
    asyncio.run(work())
