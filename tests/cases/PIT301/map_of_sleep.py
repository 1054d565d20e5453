# why: map calls time.sleep itself
import asyncio
import time


async def work():
    list(map(time.sleep, [0.15]))  # expect: PIT301


asyncio.run(work())
