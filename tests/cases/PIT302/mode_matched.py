# why: the case that matches waits
import asyncio
import time


def run(mode):
    match mode:
        case "slow":
            time.sleep(0.15)
        case _:
            return mode


async def work():
    run("slow")  # expect: PIT302


asyncio.run(work())
