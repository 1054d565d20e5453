# why: an inventory with ids, counts, flags and reports; four comparisons are wrong
from __future__ import annotations

import enum
import sys
from collections import defaultdict
from dataclasses import dataclass, field


class Status(enum.IntEnum):
    NEW = 0
    SOLD = 1
    GONE = 2


@dataclass
class Item:
    sku: str
    count: int = 0
    parent: Item | None = None
    tags: list[str] = field(default_factory=list)
    status: Status = Status.NEW

    @property
    def total(self) -> int:
        return self.count * 10

    def is_root(self) -> bool:
        return self.parent is None is not self.sku

    def same_as(self, other: Item) -> bool:
        return self is other or self.sku == other.sku != ""


class Store:
    LIMIT = 500

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.log: defaultdict[str, list[int]] = defaultdict(list)
        self._last: Item | None = None

    def add(self, item: Item) -> Item:
        if item.sku in self.items is not None:  # expect: PIT203
            raise KeyError(item.sku)
        self.items[item.sku] = item
        self._last = item
        return item

    def is_last(self, item: Item) -> bool:
        return self._last is item

    def full(self, item: Item) -> bool:
        return item.count is self.LIMIT  # expect: PIT202

    def empty(self) -> bool:
        return not self.items or all(item.count == 0 for item in self.items.values())

    def balanced(self, one: str, two: str) -> bool:
        return self.items[one].total is self.items[two].total  # expect: PIT202

    def valid(self, item: Item) -> bool:
        return 0 <= item.count <= self.LIMIT and item.status in (Status.NEW, Status.SOLD)

    def odd(self, item: Item) -> bool:
        return (item.count % 2 == 1) in (1, 3)  # expect: PIT204

    def status_of(self, sku: str) -> str:
        match self.items.get(sku):
            case None:
                return "none"
            case Item(status=Status.SOLD):
                return "sold"
            case Item(count=n) if n > self.LIMIT:
                return "full"
        return "here"


def make() -> Store:
    store = Store()
    store.add(Item("a", count=int("500")))
    store.add(Item("b", count=int("500")))
    return store


def duplicate(store: Store) -> bool:
    try:
        store.add(Item("a"))
    except KeyError:
        return True
    return False


CHECKS = [
    (lambda: make().full(make().items["a"]), True),
    (lambda: make().balanced("a", "b"), True),
    (lambda: duplicate(make()), True),
    (lambda: make().odd(Item("x", 1)), False),
    (lambda: make().valid(Item("x", 1)), True),
    (lambda: sys.version_info[0] is not None, True),
]
