# why: another attribute of time is replaced, sleep is not
import asyncio
import time

time.tick = lambda: None


async def work():
    time.sleep(0.15)  # expect: PIT301


asyncio.run(work())
