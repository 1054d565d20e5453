# why: the future of an executor that is handed over, by its class or by the base of all executors
import asyncio
import time
from concurrent.futures import Executor, ThreadPoolExecutor


async def first(pool: Executor):
    future = pool.submit(time.sleep, 0.15)
    return future.result()  # expect: PIT301


async def second(pool: Executor):
    return await asyncio.wrap_future(pool.submit(time.sleep, 0.1))


async def main():
    pool = ThreadPoolExecutor(1)
    await first(pool)
    await second(pool)


asyncio.run(main())
