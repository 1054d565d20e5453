# why: the operators run the class's methods
import asyncio
import time


class Box:
    def __add__(self, other):
        time.sleep(0.1)
        return self

    def __getitem__(self, key):
        time.sleep(0.1)
        return key

    def __contains__(self, key):
        time.sleep(0.1)
        return False

    def __eq__(self, other):
        time.sleep(0.1)
        return False

    def __neg__(self):
        time.sleep(0.1)
        return self

    def __iadd__(self, other):
        time.sleep(0.1)
        return self

    def __radd__(self, other):
        time.sleep(0.1)
        return self


async def work():
    box = Box()
    box + 1  # expect: PIT302
    box["a"]  # expect: PIT302
    1 in box  # expect: PIT302
    box == 1  # expect: PIT302
    -box  # expect: PIT302
    1 + box  # expect: PIT302


asyncio.run(work())
