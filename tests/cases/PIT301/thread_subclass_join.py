# why: join waits for the thread of a subclass
import asyncio
import threading
import time


class Job(threading.Thread):
    def run(self):
        time.sleep(0.15)


async def work():
    job = Job()
    job.start()
    job.join()  # expect: PIT301


asyncio.run(work())
