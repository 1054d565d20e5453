# why: shutdown waits for the submitted job
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def work():
    pool = ThreadPoolExecutor()
    pool.submit(time.sleep, 0.15)
    pool.shutdown()  # expect: PIT301
    other = ThreadPoolExecutor()
    other.submit(time.sleep, 0.15)
    other.shutdown(wait=False)
    third = ThreadPoolExecutor()
    third.shutdown()


asyncio.run(work())
