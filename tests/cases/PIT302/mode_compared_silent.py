# why: the mode that is handed over is the quick one
import asyncio
import time


def run(mode):
    if mode == "slow":
        time.sleep(0.15)
    elif mode != "quick":
        raise ValueError(mode)


async def work():
    run("quick")


asyncio.run(work())
