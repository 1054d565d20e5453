# why: the threads of a list are joined one by one
import asyncio
import threading
import time


async def work():
    threads = [threading.Thread(target=time.sleep, args=(0.15,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()  # expect: PIT301
    others = []
    for _ in range(2):
        thread = threading.Thread(target=time.sleep, args=(0.15,))
        thread.start()
        others.append(thread)
    for thread in others:
        thread.join()  # expect: PIT301


asyncio.run(work())
