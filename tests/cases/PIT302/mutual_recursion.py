# why: two helpers call each other and one sleeps
import asyncio
import time


def even(n):
    return odd(n - 1) if n else True


def odd(n):
    if not n:
        time.sleep(0.15)
        return False
    return even(n - 1)


async def work():
    even(3)  # expect: PIT302


asyncio.run(work())
