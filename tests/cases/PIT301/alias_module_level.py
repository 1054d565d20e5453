# why: pause is time.sleep under a module-level name
import asyncio
import time

pause = time.sleep


async def work():
    pause(0.15)  # expect: PIT301


asyncio.run(work())
