# why: the steps wait in threads, are coroutines, or belong to a class that executes in another way
import asyncio
import time


class Job:
    async def execute(self):
        return await asyncio.to_thread(self.step)

    def step(self):
        raise NotImplementedError


class SlowJob(Job):
    def step(self):
        time.sleep(0.15)


class Task:
    async def execute(self):
        return await self.step()

    async def step(self):
        raise NotImplementedError


class Waiting(Task):
    async def step(self):
        await asyncio.sleep(0.15)


class Command:
    async def execute(self):
        return self.step()

    def step(self):
        raise NotImplementedError


class Quick(Command):
    def step(self):
        return 1


class InThread(Command):
    async def execute(self):
        return await asyncio.to_thread(self.step)

    def step(self):
        time.sleep(0.15)


async def main():
    for one in (SlowJob(), Waiting(), Quick(), InThread()):
        await one.execute()


asyncio.run(main())
