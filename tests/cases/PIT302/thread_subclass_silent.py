# why: the thread's run method sleeps in its thread
import asyncio
import threading
import time


class Job(threading.Thread):
    def run(self):
        time.sleep(0.15)


async def work():
    job = Job()
    job.start()
    while job.is_alive():
        await asyncio.sleep(0.01)
    job.join()


asyncio.run(work())
