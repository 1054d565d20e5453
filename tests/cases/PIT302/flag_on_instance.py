# why: the constructor's flag decides whether fetch waits
import asyncio
import time


class Client:
    def __init__(self, wait=False):
        self.wait = wait

    def fetch(self):
        if self.wait:
            time.sleep(0.15)
        return 1


async def work():
    Client().fetch()
    Client(False).fetch()
    Client(wait=True).fetch()  # expect: PIT302


asyncio.run(work())
