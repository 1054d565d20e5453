# why: a pool's future calls back in the pool's thread
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def pause(future):
    time.sleep(0.15)


async def work():
    future = pool.submit(time.sleep, 0.05)
    future.add_done_callback(pause)
    await asyncio.wrap_future(future)


asyncio.run(work())
