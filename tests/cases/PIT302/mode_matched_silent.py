# why: the case that matches does not wait
import asyncio
import time


def run(mode):
    match mode:
        case "slow":
            time.sleep(0.15)
        case _:
            return mode


async def work():
    run("quick")


asyncio.run(work())
