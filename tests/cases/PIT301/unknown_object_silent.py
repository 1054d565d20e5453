# why: nobody knows what it is that waits
import asyncio


class Fake:
    def get(self):
        return 1

    wait = join = result = get


async def work(thing):
    thing.get()
    thing.wait()
    thing.join()
    thing.result()


asyncio.run(work(Fake()))
