# why: the async twin has a client of its own
import asyncio
import time


class Client:
    def fetch(self):
        time.sleep(0.15)


class AsyncClient(Client):
    async def fetch(self):
        await asyncio.sleep(0.1)


class Api:
    client_class = Client

    def __init__(self):
        self.client = self.client_class()


class AsyncApi(Api):
    client_class = AsyncClient

    async def load(self):
        await self.client.fetch()


async def main():
    await AsyncApi().load()


asyncio.run(main())
