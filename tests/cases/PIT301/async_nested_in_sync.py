# why: the coroutine is defined in a function
import asyncio
import time


def main():
    async def work():
        time.sleep(0.15)  # expect: PIT301

    asyncio.run(work())


main()
