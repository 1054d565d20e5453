# why: the key is in the table, the default is not taken
import asyncio
import time


def slow():
    time.sleep(0.15)


def quick():
    return None


HANDLERS = {"quick": quick}


async def work():
    HANDLERS.get("quick", slow)()


asyncio.run(work())
