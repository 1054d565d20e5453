# why: what is awaited is the loop's own sleep; the other one is for a Python without asyncio
import asyncio

try:
    from asyncio import sleep
except ImportError:
    from time import sleep


async def work():
    await sleep(0.15)


asyncio.run(work())
