# why: the helper sleeps only for more than no time
import asyncio
import time


def pause(seconds, jitter=0):
    if seconds > 0:
        time.sleep(seconds)
    if jitter != 0:
        time.sleep(jitter)


async def main():
    pause(0)
    await asyncio.sleep(0)
    pause(0.15)  # expect: PIT302


asyncio.run(main())
