# why: the name nap of the helper module is time.sleep
import asyncio

from helpers import nap


async def work():
    nap(0.15)  # expect: PIT301


asyncio.run(work())
