# why: the client is kept on self
import asyncio
import time


class Client:
    def fetch(self):
        time.sleep(0.15)


class Service:
    def __init__(self):
        self.client = Client()

    async def work(self):
        self.client.fetch()  # expect: PIT302


asyncio.run(Service().work())
