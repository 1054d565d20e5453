import asyncio
import inspect
import logging
from collections import defaultdict

log = logging.getLogger(__name__)


class Context:
    def __init__(self, bot, name):
        self.bot = bot
        self.name = name
        self.sent = []

    async def reply(self, text):
        await asyncio.sleep(0)
        self.sent.append(text)


class Cog:
    def __init__(self, bot):
        self.bot = bot

    def commands(self):
        for name, method in inspect.getmembers(self, inspect.ismethod):
            if hasattr(method, "command_name"):
                yield method.command_name, method


def command(name):
    def decorate(function):
        function.command_name = name
        return function

    return decorate


class Bot:
    def __init__(self, prefix):
        self.prefix = prefix
        self.handlers = {}
        self.count = defaultdict(int)
        self.queue = asyncio.Queue()
        self.closed = False

    def command(self, name):
        def decorate(function):
            self.handlers[name] = function
            return function

        return decorate

    def add_cog(self, cog):
        for name, method in cog.commands():
            self.handlers[name] = method

    async def on_message(self, line):
        if not line.startswith(self.prefix):
            return
        name, *args = line[len(self.prefix):].split()
        handler = self.handlers.get(name)
        if handler is None:
            log.warning("no command %s", name)
            return
        self.count[name] += 1
        await handler(Context(self, name), *args)
        self.queue.put_nowait(name)

    async def heartbeat(self):
        while not self.queue.empty():
            await self.queue.get()

    async def close(self):
        self.closed = True
        await asyncio.sleep(0)
