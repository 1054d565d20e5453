# why: a dataclass's default function is replaced by the argument of one instance and kept by the other
import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Poller:
    name: str
    pause: Callable[[float], None] = time.sleep


async def main():
    quick = Poller("quick", pause=lambda seconds: None)
    other = Poller("other", print)
    slow = Poller("slow")
    quick.pause(0.15)
    other.pause(0.15)
    slow.pause(0.15)  # expect: PIT301


asyncio.run(main())
