# why: the flag decides whether the helper sleeps
import asyncio
import time


def close(wait=False):
    if not wait:
        return
    time.sleep(0.15)


async def work():
    close()
    close(wait=True)  # expect: PIT302
    close(True)  # expect: PIT302


asyncio.run(work())
