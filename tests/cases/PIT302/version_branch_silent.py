# why: on this Python the helper is the quick one
import asyncio
import sys
import time

if sys.version_info >= (3, 9):

    def pause():
        return None

else:

    def pause():
        time.sleep(0.15)


async def work():
    pause()


asyncio.run(work())
