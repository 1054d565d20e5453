# why: the pool's threads wait, the loop does not
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def job(n=0):
    time.sleep(0.1)


async def work():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, job)
    await loop.run_in_executor(None, partial(job, 1))
    await loop.run_in_executor(None, lambda: job(1))
    with ThreadPoolExecutor() as pool:
        await loop.run_in_executor(pool, job)
        await asyncio.wrap_future(pool.submit(job))


asyncio.run(work())
