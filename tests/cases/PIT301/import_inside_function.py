# why: the import stands in the function
import asyncio


async def work():
    from time import sleep

    sleep(0.15)  # expect: PIT301


asyncio.run(work())
