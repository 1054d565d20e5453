# why: the formatter and the context manager of the project are quick; only the timed section's exit waits
import asyncio

from tools import Timed, banner


async def work():
    with Timed("a") as timed:  # expect: PIT302
        timed.note(1)
    banner("x")


asyncio.run(work())
