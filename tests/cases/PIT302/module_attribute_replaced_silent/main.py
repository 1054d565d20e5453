# why: the helper is replaced before the loop starts
import asyncio

import helpers

helpers.pause = lambda: None


async def work():
    helpers.pause()


asyncio.run(work())
