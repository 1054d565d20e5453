# why: one instance is given a function that does not wait, the other keeps the default
import asyncio
import time


class Clock:
    def __init__(self, sleep=time.sleep):
        self.sleep = sleep


real = Clock()
fake = Clock(sleep=lambda s: None)


async def main():
    fake.sleep(0.15)
    real.sleep(0.15)  # expect: PIT301


asyncio.run(main())
