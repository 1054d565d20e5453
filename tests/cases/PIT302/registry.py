# why: the coroutine calls what was registered: by a decorator, by a method, or kept by an object that was made with it
import asyncio
import time

HANDLERS = {}
LISTENERS = []


def command(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


def listener(function):
    LISTENERS.append(function)
    return function


@command("slow")
def slow():
    time.sleep(0.15)


@command("quick")
def quick():
    return 1


@listener
def listen():
    time.sleep(0.15)


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, handler):
        self.handlers.append(handler)

    async def emit(self, value):
        for handler in self.handlers:
            handler(value)  # expect: PIT302


class Job:
    def __init__(self, name, action):
        self.name = name
        self.action = action

    async def run(self):
        self.action()  # expect: PIT302


def save(value):
    time.sleep(0.15)


async def main():
    HANDLERS["slow"]()  # expect: PIT302
    handler = HANDLERS.get("slow")
    if handler is not None:
        handler()  # expect: PIT302
    for function in LISTENERS:
        function()  # expect: PIT302
    bus = Bus()
    bus.on(save)
    await bus.emit(1)
    await Job("slow", action=slow).run()


asyncio.run(main())
