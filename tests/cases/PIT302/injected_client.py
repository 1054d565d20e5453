# why: the client is handed to the service's constructor, without an annotation
import asyncio
import time


class Client:
    def fetch(self):
        time.sleep(0.15)


class Service:
    def __init__(self, client):
        self.client = client

    def load(self):
        return self.client.fetch()


async def work():
    service = Service(Client())
    service.load()  # expect: PIT302


asyncio.run(work())
