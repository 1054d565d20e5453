# why: run() runs the target here; start() would not
import asyncio
import threading
import time


def job():
    time.sleep(0.15)


async def work():
    threading.Thread(target=job).start()
    threading.Thread(target=job).run()  # expect: PIT302
    await asyncio.sleep(0.2)


asyncio.run(work())
