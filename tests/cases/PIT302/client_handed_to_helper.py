# why: the helper calls a method of what it is handed
import asyncio
import time


class Slow:
    def fetch(self):
        time.sleep(0.15)


class Quick:
    def fetch(self):
        return 1


def load(client):
    return client.fetch()


async def work():
    load(Slow())  # expect: PIT302
    load(Quick())


asyncio.run(work())
