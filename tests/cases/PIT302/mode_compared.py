# why: the mode that is handed over, or the default, decides whether the helper waits
import asyncio
import time

QUICK = False


def slow():
    time.sleep(0.1)


def run(mode, again="no"):
    if mode == "slow":
        time.sleep(0.1)
    elif mode != "quick":
        raise ValueError(mode)
    if again == "yes":
        time.sleep(0.1)


pause = print if QUICK else slow


async def work():
    run("slow")  # expect: PIT302
    run("quick", again="yes")  # expect: PIT302
    run("quick", **{"again": "no"})
    pause()  # expect: PIT302


asyncio.run(work())
