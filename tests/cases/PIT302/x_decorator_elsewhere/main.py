# why: one decorator of the other module offloads, the other only measures
import asyncio
import time

from decorators import measured, offloaded


@offloaded
def one():
    time.sleep(0.15)


@measured
def two():
    time.sleep(0.15)


async def work():
    await one()
    two()  # expect: PIT302


asyncio.run(work())
