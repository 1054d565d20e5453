# why: the helper sleeps only where no loop runs
import asyncio
import time


def wait():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        time.sleep(0.15)
    else:
        loop.call_soon(print)


def wait_otherwise():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        return None
    time.sleep(0.15)


def wait_if_none():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        time.sleep(0.15)
    if loop:
        return
    time.sleep(0.15)


async def work():
    wait()
    wait_otherwise()
    wait_if_none()


asyncio.run(work())
