# why: iter(function, sentinel) calls the function for each item
import asyncio
import time


def load():
    time.sleep(0.15)
    return ""


async def work():
    for line in iter(load, ""):  # expect: PIT302
        print(line)


asyncio.run(work())
