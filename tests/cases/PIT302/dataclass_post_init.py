# why: the dataclass waits in __post_init__
import asyncio
import time
from dataclasses import dataclass


@dataclass
class Job:
    n: int

    def __post_init__(self):
        time.sleep(0.15)


async def work():
    Job(1)  # expect: PIT302


asyncio.run(work())
