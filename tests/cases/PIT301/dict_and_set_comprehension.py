# why: comprehensions run where they stand
import asyncio
import time


async def work():
    {n: time.sleep(0.1) for n in range(1)}  # expect: PIT301
    {time.sleep(0.1) for n in range(1)}  # expect: PIT301
    [n for n in range(1) if time.sleep(0.1) is None]  # expect: PIT301


asyncio.run(work())
