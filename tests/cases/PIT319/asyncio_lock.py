# why: each task makes its own lock
import asyncio

inside = most = 0


async def enter():
    global inside, most
    async with asyncio.Lock():  # expect: PIT319
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1


async def main():
    await asyncio.gather(enter(), enter())
    print("at once:", most)


asyncio.run(main())
