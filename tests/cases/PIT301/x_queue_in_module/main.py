# why: the queue of the other module is a thread's queue
import asyncio
import threading

import state


async def work():
    threading.Timer(0.15, state.items.put, (1,)).start()
    state.items.get()  # expect: PIT301


asyncio.run(work())
