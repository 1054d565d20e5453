# why: the call stands in a walrus, a conditional and an f-string
import asyncio
import time


async def work(flag=True):
    if (nothing := time.sleep(0.1)) is None:  # expect: PIT301
        print(nothing)
    time.sleep(0.1) if flag else None  # expect: PIT301
    print(f"{time.sleep(0.1)}")  # expect: PIT301


asyncio.run(work())
