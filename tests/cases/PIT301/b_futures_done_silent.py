# why: the futures are done when they are asked
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def job(n=0):
    time.sleep(0.1)
    return n


async def work():
    future = pool.submit(job)
    while not future.done():
        await asyncio.sleep(0.01)
    future.result()
    other = pool.submit(job)
    await asyncio.wrap_future(other)
    other.result()
    third = pool.submit(job)
    if third.done():
        third.result()
    await asyncio.gather(*[asyncio.wrap_future(one) for one in [third]])
    fourth = pool.submit(job)
    try:
        fourth.result(timeout=0)
    except Exception:
        pass
    task = asyncio.create_task(asyncio.sleep(0))
    done, _ = await asyncio.wait([task])
    for one in done:
        one.result()


asyncio.run(work())
