# why: the calls hand over different things, or the function is also used in another way, or what they hand over does not wait
import asyncio
import time


class Quiet:
    def sleep(self, seconds):
        return seconds


async def first(clock):
    if clock is not time:
        clock.sleep(0.15)


async def second(clock):
    clock.sleep(0.15)


async def third(clock):
    clock.sleep(0.15)


async def main():
    await first(time)
    await first(Quiet())
    await second(Quiet())
    await asyncio.gather(*map(third, [Quiet()]))


asyncio.run(main())
