# why: each sleeps, whatever the seconds are made of
import asyncio
import time

DELAY = 0.1
NONE = 0


async def work(n=0.1):
    time.sleep(DELAY)  # expect: PIT301
    time.sleep(n)  # expect: PIT301
    time.sleep(DELAY * 1)  # expect: PIT301
    time.sleep(NONE)
    time.sleep(0.0)
    time.sleep(max(0, DELAY))  # expect: PIT301


asyncio.run(work())
