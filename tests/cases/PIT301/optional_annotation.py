# why: the parameter is an Event or None
import asyncio
import threading
from typing import Optional


async def work(one: threading.Event | None, two: Optional[threading.Event], three: "threading.Event"):
    one.wait(0.1)  # expect: PIT301
    two.wait(0.1)  # expect: PIT301
    three.wait(0.1)  # expect: PIT301


asyncio.run(work(threading.Event(), threading.Event(), threading.Event()))
