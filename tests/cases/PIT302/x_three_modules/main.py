# why: three modules deep
import asyncio

import a


async def work():
    a.first()  # expect: PIT302


asyncio.run(work())
