# why: what is handed over decides whether the helper sleeps
import asyncio
import time


def fetch(items, options={}):
    if not items:
        return []
    if options:
        return None
    time.sleep(0.1)
    return items


async def work():
    fetch([])
    fetch(())
    fetch([1])  # expect: PIT302


asyncio.run(work())
