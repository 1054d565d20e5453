# why: the async helper of another module blocks and is named there
import asyncio

from helpers import fetch


async def work():
    await fetch()


asyncio.run(work())
