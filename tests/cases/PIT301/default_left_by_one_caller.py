# why: one of the callers leaves the default, which is time.sleep
import asyncio
import time


async def work(pause=time.sleep):
    pause(0.15)  # expect: PIT301


async def main():
    await work(lambda seconds: None)
    await work()


asyncio.run(main())
