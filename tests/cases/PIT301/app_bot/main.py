# why: a chat bot with cogs, commands by decorator, a scheduler; three places block
import asyncio
import time

from bot.client import Bot
from bot.cogs import Admin, Fun
from bot.schedule import every


def build() -> Bot:
    bot = Bot(prefix="!")
    bot.add_cog(Fun(bot))
    bot.add_cog(Admin(bot))

    @bot.command("ping")
    async def ping(context):
        start = time.perf_counter()
        await context.reply("pong")
        await context.reply(f"{time.perf_counter() - start:.1f}")

    @bot.command("roll")
    async def roll(context, sides="6"):
        await context.reply(str(int(sides) % 4))

    return bot


async def main():
    bot = build()
    task = asyncio.create_task(every(0.05, bot.heartbeat, times=2))
    for line in ("!ping", "!roll 8", "!joke", "!backup now", "!purge 3", "!quote", "hello"):
        await bot.on_message(line)
    await task
    await bot.close()


if __name__ == "__main__":
    asyncio.run(main())
