# why: the list waits for the results; the with block has nothing left to wait for
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(0.15)


async def work():
    with ThreadPoolExecutor() as pool:
        list(pool.map(job, [1, 2]))  # expect: PIT301
    with ThreadPoolExecutor() as pool:
        future = pool.submit(job, 1)
        future.result()  # expect: PIT301
    with ThreadPoolExecutor() as pool:  # expect: PIT301
        pool.map(job, [1])


asyncio.run(work())
