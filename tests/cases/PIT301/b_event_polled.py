# why: the loop waits for the event a little, again and again
import asyncio
import threading

ready = threading.Event()


async def work():
    threading.Timer(0.2, ready.set).start()
    while not ready.is_set():
        ready.wait(0.1)  # expect: PIT301


asyncio.run(work())
