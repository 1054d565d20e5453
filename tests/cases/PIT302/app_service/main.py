# why: a service with a repository, a mixin and a scheduler: the coroutine that saves waits for the disk's stand-in
import asyncio

from repository import Repository, RetryingRepository
from service import Service


async def main():
    service = Service(Repository("a"))
    await service.save(1)
    retrying = Service(RetryingRepository("b"))
    await retrying.save_later(2)


asyncio.run(main())
