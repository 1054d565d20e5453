# why: the selectors wait
import asyncio
import select
import selectors


async def work():
    selectors.DefaultSelector().select(0.15)  # expect: PIT301
    select.poll().poll(150)  # expect: PIT301
    select.select([], [], [], 0)
    selectors.DefaultSelector().select(timeout=0)
    select.poll().poll(0)


asyncio.run(work())
