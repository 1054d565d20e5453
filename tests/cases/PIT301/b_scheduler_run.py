# why: sched.scheduler.run sleeps in the loop; making and entering does not
import asyncio
import sched
import time


async def main():
    scheduler = sched.scheduler(time.monotonic, time.sleep)
    scheduler.enter(0.12, 1, print)
    scheduler.run(blocking=False)
    await asyncio.sleep(0)
    scheduler.run()  # expect: PIT301


asyncio.run(main())
