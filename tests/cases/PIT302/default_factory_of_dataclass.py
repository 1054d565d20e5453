# why: the factory runs where the field is left out
import asyncio
import time
from dataclasses import dataclass, field


def load():
    time.sleep(0.15)
    return {}


@dataclass
class Settings:
    name: str
    values: dict = field(default_factory=load)
    tags: list = field(default_factory=list)


@dataclass
class More(Settings):
    size: int = 0


async def work():
    Settings("x")  # expect: PIT302
    Settings("x", {})
    Settings("x", values={})
    More("x", size=2)  # expect: PIT302
    await asyncio.sleep(0)


asyncio.run(work())
