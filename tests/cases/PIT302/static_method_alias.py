# why: the method is called through a local name
import asyncio
import time


class Tool:
    @staticmethod
    def run():
        time.sleep(0.15)


async def work():
    run = Tool.run
    run()  # expect: PIT302


asyncio.run(work())
