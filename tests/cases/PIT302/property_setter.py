# why: the setter of the property blocks, its getter does not
import asyncio
import time


class Lamp:
    def __init__(self):
        self._on = False

    @property
    def on(self):
        return self._on

    @on.setter
    def on(self, value):
        time.sleep(0.15)
        self._on = value


async def work():
    lamp = Lamp()
    lamp.on = True  # expect: PIT302
    return lamp.on


asyncio.run(work())
