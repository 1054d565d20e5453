# why: the argument is called here, before the thread is started
import asyncio
import time


def job():
    time.sleep(0.15)
    return print


async def work():
    await asyncio.to_thread(job())  # expect: PIT302
    try:
        await asyncio.to_thread(time.sleep(0.15))  # expect: PIT301
    except TypeError:
        pass


asyncio.run(work())
