# why: the waiting side of a client: no loop runs its coroutines, `send(None)` does, and each is to wait
import queue
import time


class BlockingPool:
    def __init__(self) -> None:
        self.free: queue.LifoQueue[int] = queue.LifoQueue()
        self.free.put(1)

    async def acquire(self, timeout: float) -> int:
        return self.free.get(timeout=timeout)

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class Client:
    def __init__(self) -> None:
        self.pool = BlockingPool()

    def run(self, coroutine):
        try:
            coroutine.send(None)
        except StopIteration as done:
            return done.value
        raise RuntimeError("it waits for a loop")


client = Client()
print(client.run(client.pool.acquire(0.1)))
client.run(client.pool.sleep(0.01))
