# why: two helpers call each other and one sleeps at the end
import asyncio
import time


def ping(n):
    if n == 0:
        time.sleep(0.15)
        return
    pong(n - 1)


def pong(n):
    ping(n)


async def work():
    ping(3)  # expect: PIT302


asyncio.run(work())
