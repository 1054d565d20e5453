# why: each call of the coroutine function hands over a pool, or the helper that waits
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job():
    time.sleep(0.15)


async def first(pool):
    future = pool.submit(job)
    return future.result()  # expect: PIT301


class Worker:
    async def second(self, pool, pause):
        pause(0.15)  # expect: PIT301
        await asyncio.wrap_future(pool.submit(job))


async def main():
    pool = ThreadPoolExecutor(1)
    await first(pool)
    await asyncio.create_task(Worker().second(pool, time.sleep))


asyncio.run(main())
