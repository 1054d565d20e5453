# why: a folder without __init__ is a package too
import asyncio

from parts.slow import pause
import parts.slow


async def work():
    pause()  # expect: PIT302
    parts.slow.pause()  # expect: PIT302


asyncio.run(work())
