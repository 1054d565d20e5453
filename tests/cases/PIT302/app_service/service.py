import asyncio

from repository import Repository


class Service:
    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    async def save(self, item):
        self.repository.save(item)  # expect: PIT302

    async def save_later(self, item):
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self.repository.save, item)
