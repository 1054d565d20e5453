# why: the helper asks for the loop and sleeps in it
import asyncio
import time


def wait():
    loop = asyncio.get_running_loop()
    loop.call_soon(print)
    time.sleep(0.15)


async def work():
    wait()  # expect: PIT302


asyncio.run(work())
