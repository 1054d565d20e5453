# why: the table's entry is time.sleep
import asyncio
import time

pauses = {"short": time.sleep}


async def work():
    pauses["short"](0.15)  # expect: PIT301


asyncio.run(work())
