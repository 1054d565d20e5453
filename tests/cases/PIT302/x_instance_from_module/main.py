# why: the settings module holds the client, and its method waits
import asyncio

from settings import client


async def work():
    client.fetch()  # expect: PIT302


asyncio.run(work())
