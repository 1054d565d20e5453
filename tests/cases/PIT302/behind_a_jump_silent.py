# why: what stands behind a raise, a return or an abstract method does not run
import asyncio
import time


def never():
    raise NotImplementedError
    time.sleep(1)


def early(n):
    if n >= 0:
        return n
    time.sleep(1)


async def main():
    try:
        never()
    except NotImplementedError:
        pass
    early(0)
    return await asyncio.sleep(0)
    time.sleep(1)


asyncio.run(main())
