# why: each waits for another thread
import asyncio
import threading


async def work():
    condition = threading.Condition()
    with condition:
        condition.wait(0.1)  # expect: PIT301
        condition.wait_for(lambda: False, 0.1)  # expect: PIT301
    gate = threading.Semaphore(0)
    gate.acquire(timeout=0.1)  # expect: PIT301
    barrier = threading.Barrier(2)
    try:
        barrier.wait(0.1)  # expect: PIT301
    except threading.BrokenBarrierError:
        pass
    timer = threading.Timer(0.1, print)
    timer.start()
    timer.join()  # expect: PIT301


asyncio.run(work())
