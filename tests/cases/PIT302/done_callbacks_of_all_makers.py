# why: the loop runs the callbacks of tasks and futures, whoever made them; a pool runs those of its futures
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def pause(task):
    time.sleep(0.1)


async def child():
    await asyncio.sleep(0)


async def work():
    loop = asyncio.get_running_loop()
    first = loop.create_task(child())
    first.add_done_callback(pause)  # expect: PIT302
    loop.run_in_executor(None, print).add_done_callback(pause)  # expect: PIT302
    pool.submit(print).add_done_callback(pause)
    async with asyncio.TaskGroup() as group:
        second = group.create_task(child())
        second.add_done_callback(pause)  # expect: PIT302
    await asyncio.sleep(0.3)


asyncio.run(work())
