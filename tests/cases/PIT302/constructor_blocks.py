# why: making the client blocks
import asyncio
import time


class Client:
    def __init__(self):
        time.sleep(0.15)


async def work():
    Client()  # expect: PIT302


asyncio.run(work())
