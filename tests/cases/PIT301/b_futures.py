# why: each waits for the pool's thread
import asyncio
import concurrent.futures
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

pool = ThreadPoolExecutor(4)


def job(n=0):
    time.sleep(0.1)
    return n


async def work():
    wait([pool.submit(job)])  # expect: PIT301
    concurrent.futures.wait([pool.submit(job)])  # expect: PIT301
    for done in as_completed([pool.submit(job)]):  # expect: PIT301
        done.result()
    list(pool.map(job, [1]))  # expect: PIT301
    for value in pool.map(job, [1]):  # expect: PIT301
        print(value)
    pool.submit(job).exception()  # expect: PIT301
    futures = [pool.submit(job)]
    for future in futures:
        future.result()  # expect: PIT301
    [one.result() for one in [pool.submit(job)]]  # expect: PIT301


asyncio.run(work())
