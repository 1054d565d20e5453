# why: the base makes the client that the derived class names
import asyncio
import time


class Quick:
    def fetch(self):
        return 1


class Slow:
    def fetch(self):
        time.sleep(0.15)


class Api:
    client_class = Quick

    def __init__(self):
        self.client = self.client_class()
        self.other = self.make()

    def make(self):
        return Quick()

    async def quick(self):
        self.client.fetch()


class SlowApi(Api):
    client_class = Slow

    def make(self):
        return Slow()

    async def load(self):
        self.client.fetch()  # expect: PIT302
        self.other.fetch()  # expect: PIT302


async def main():
    await Api().quick()
    await SlowApi().load()


asyncio.run(main())
