# why: handlers of a small bot: one waits through a service and its cache, one hands it to a thread, one waits in a thread pool's job
import asyncio

from bot.core import Bot
from bot.handlers import register

bot = Bot()
register(bot)
asyncio.run(bot.run())
