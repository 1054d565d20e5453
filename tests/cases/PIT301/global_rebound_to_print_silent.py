# why: setup() rebinds the module's pause before the loop starts
import asyncio
import time

pause = time.sleep


def setup():
    global pause
    pause = print


async def work():
    pause(0.15)


setup()
asyncio.run(work())
