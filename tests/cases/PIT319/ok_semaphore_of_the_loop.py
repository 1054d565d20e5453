# why: one semaphore for all tasks
import asyncio


async def fetch(limit, n):
    async with limit:
        return n


async def main():
    limit = asyncio.Semaphore(2)
    print(await asyncio.gather(*(fetch(limit, n) for n in range(3))))


asyncio.run(main())
