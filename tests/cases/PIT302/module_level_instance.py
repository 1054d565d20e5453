# why: the instance of the module has a blocking method
import asyncio
import time


class Client:
    def fetch(self):
        time.sleep(0.15)


client = Client()


async def work():
    client.fetch()  # expect: PIT302


asyncio.run(work())
