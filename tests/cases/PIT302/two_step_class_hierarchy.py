# why: the template method of the base calls the hook of the subclass
import asyncio
import time


class Base:
    def run(self):
        return self.hook()

    def hook(self):
        return None


class Slow(Base):
    def hook(self):
        time.sleep(0.15)


class Quick(Base):
    pass


async def work():
    Slow().run()  # expect: PIT302
    Quick().run()


asyncio.run(work())
