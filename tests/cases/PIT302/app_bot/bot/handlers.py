import asyncio

from . import services


def register(bot):
    @bot.command("today")
    async def today(self):
        return services.weather().today("Seoul")  # expect: PIT302

    @bot.command("fast")
    async def fast(self):
        return services.weather().fast("Seoul")

    @bot.command("later")
    async def later(self):
        return await asyncio.to_thread(services.weather().today, "Busan")
