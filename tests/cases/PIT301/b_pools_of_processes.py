# why: the pool's map and the async result wait
import asyncio
import multiprocessing
import time


async def work(pool: "multiprocessing.pool.Pool" = None):
    with multiprocessing.get_context("fork").Pool(1) as pool:
        pool.map(time.sleep, [0.1])  # expect: PIT301
        pool.apply(time.sleep, (0.1,))  # expect: PIT301
        result = pool.apply_async(time.sleep, (0.1,))
        result.get()  # expect: PIT301
        for _ in pool.imap(time.sleep, [0.1]):  # expect: PIT301
            pass


asyncio.run(work())
