# why: __exit__ blocks, at the end of the with block
import asyncio
import time


class Gate:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        time.sleep(0.15)


async def work():
    with Gate():  # expect: PIT302
        await asyncio.sleep(0)


asyncio.run(work())
