# why: both branches bind sleep to a function that blocks, or to one that does not
import asyncio
import sys

if sys.platform == "nowhere":
    from asyncio import sleep
else:
    from time import sleep


async def work():
    sleep(0.15)  # expect: PIT301


asyncio.run(work())
