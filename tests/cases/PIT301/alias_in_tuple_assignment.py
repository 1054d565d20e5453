# why: nap is time.sleep, unpacked from a tuple
import asyncio
import time

clock, nap = time.monotonic, time.sleep


async def work():
    clock()
    nap(0.15)  # expect: PIT301


asyncio.run(work())
