# why: self.pause is time.sleep
import asyncio
import time


class Worker:
    def __init__(self):
        self.pause = time.sleep

    async def work(self):
        self.pause(0.15)  # expect: PIT301


asyncio.run(Worker().work())
