# why: reading the property of another object blocks
import asyncio
import time


class State:
    @property
    def value(self):
        time.sleep(0.1)
        return 1


async def work():
    state = State()
    print(state.value)  # expect: PIT302
    f"{state.value}"  # expect: PIT302
    if state.value > 3:  # expect: PIT302
        return


asyncio.run(work())
