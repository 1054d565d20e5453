import asyncio
import queue


class Worker:
    def __init__(self, jobs: queue.Queue) -> None:
        self.jobs = jobs
        self.done: asyncio.Queue = asyncio.Queue()

    async def run(self):
        while True:
            job = self.jobs.get()  # expect: PIT301
            if job is None:
                break
            await self.done.put(job)
        while not self.done.empty():
            await self.done.get()
