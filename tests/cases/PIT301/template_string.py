# why: the interpolations of a t-string are evaluated where it stands, so a sleep in one blocks the loop
# python: >=3.14
import asyncio
import time


async def work() -> None:
    shown = t"{time.sleep(0.1)}"  # expect: PIT301
    await asyncio.sleep(0)
    later = t"{(lambda: time.sleep(1))}"
    print(shown.values, later.values)
