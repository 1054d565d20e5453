# why: what is registered is awaited, runs in a thread, does not wait, or is not what the coroutine calls
import asyncio
import time

HANDLERS = {}
TASKS = {}
QUICK = []


def command(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


def task(function):
    TASKS[function.__name__] = function
    return function


def quick(function):
    QUICK.append(function)
    return function


@command("slow")
def slow():
    time.sleep(0.15)


@task
async def tidy():
    await asyncio.sleep(0.15)


@quick
def count():
    return len(QUICK)


class Job:
    def __init__(self, action):
        self.action = action

    async def run(self):
        if asyncio.iscoroutinefunction(self.action):
            return await self.action()
        return await asyncio.to_thread(self.action)


class Blocking:
    def __init__(self, action):
        self.action = action

    def run(self):
        self.action()


async def main():
    await asyncio.to_thread(HANDLERS["slow"])
    await TASKS["tidy"]()
    for function in QUICK:
        function()
    await Job(slow).run()
    await Job(tidy).run()


Blocking(slow).run()
asyncio.run(main())
