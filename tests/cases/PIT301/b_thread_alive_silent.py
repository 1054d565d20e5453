# why: the threads have ended when they are joined
import asyncio
import threading
import time


async def work():
    thread = threading.Thread(target=time.sleep, args=(0.1,))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.01)
    thread.join()
    other = threading.Thread(target=time.sleep, args=(0.1,))
    other.start()
    await asyncio.to_thread(other.join)
    other.join()
    other.join(0)
    other.join(timeout=0)


asyncio.run(work())
