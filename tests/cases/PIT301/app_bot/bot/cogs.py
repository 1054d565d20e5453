import asyncio
import random
import subprocess
import time

from .client import Cog, command
from .web import Quotes, fetch_joke

JOKES = ["a", "b"]


class Fun(Cog):
    def __init__(self, bot):
        super().__init__(bot)
        self.quotes = Quotes()

    @command("joke")
    async def joke(self, context):
        text = fetch_joke() or random.choice(JOKES)  # expect: PIT302
        await context.reply(text)

    @command("quote")
    async def quote(self, context):
        text = await asyncio.to_thread(self.quotes.today)
        await context.reply(text)


class Admin(Cog):
    @command("backup")
    async def backup(self, context, when="later"):
        if when == "now":
            done = subprocess.run(["sleep", "0.12"], check=False)  # expect: PIT301
            await context.reply(f"exit {done.returncode}")
        else:
            await context.reply("later")

    @command("purge")
    async def purge(self, context, count):
        for n in range(int(count)):
            await context.reply(str(n))
            time.sleep(0.1)  # expect: PIT301

    async def slow_backup(self):
        process = await asyncio.create_subprocess_exec("sleep", "0.1")
        return await process.wait()
