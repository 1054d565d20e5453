# why: generics, abstract repositories and injected functions
from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Repository(Generic[T]):
    def __init__(self, load: Callable[[int], T]) -> None:
        self._load = load
        self._cache: dict[int, T] = {}

    def get(self, key: int) -> T:
        if key not in self._cache:
            self._cache[key] = self._load(key)
        return self._cache[key]


def load_user(key: int) -> str:
    time.sleep(0.12)
    return f"user {key}"


def load_color(key: int) -> str:
    return "red"


users = Repository(load_user)
colors = Repository[str](load_color)


async def main() -> None:
    print(colors.get(1))
    print(await asyncio.to_thread(users.get, 1))
    print(users.get(2))  # expect: PIT302


asyncio.run(main())
