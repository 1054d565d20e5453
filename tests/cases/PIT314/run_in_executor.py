# why: the loop hands the lambda on to a process pool
import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        try:
            print(await loop.run_in_executor(pool, lambda: 1))  # expect: PIT314
        except Exception as e:
            print(type(e))
    print(await loop.run_in_executor(None, lambda: 2))


if __name__ == "__main__":
    asyncio.run(main())
