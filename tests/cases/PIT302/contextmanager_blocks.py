# why: the generator under contextmanager runs at the with line
import asyncio
import time
from contextlib import ExitStack, contextmanager


@contextmanager
def session():
    time.sleep(0.15)
    yield 1


async def work():
    with session():  # expect: PIT302
        await asyncio.sleep(0)
    with ExitStack() as stack:
        stack.enter_context(session())  # expect: PIT302


asyncio.run(work())
