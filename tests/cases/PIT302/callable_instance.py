# why: the instance is called, and __call__ blocks
import asyncio
import time


class Retry:
    def __call__(self):
        time.sleep(0.15)


retry = Retry()


async def work():
    retry()  # expect: PIT302


asyncio.run(work())
