# why: another function rebinds the name that the coroutine calls
import asyncio
import time

pause = print


def setup():
    global pause
    pause = time.sleep


async def work():
    setup()
    pause(0.15)  # expect: PIT301


asyncio.run(work())
