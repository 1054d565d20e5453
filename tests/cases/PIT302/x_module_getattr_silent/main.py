# why: nobody can say what the module gives for this name
import asyncio

import helpers


async def work():
    helpers.anything()


asyncio.run(work())
