# why: a collector with a seed made by a method, dataclass readings, a main().
"""A collector of readings that keeps what it saw in a table."""
from __future__ import annotations

import logging
from dataclasses import dataclass

import pandas as pd

log = logging.getLogger(__name__)
COLUMNS = ["sensor", "celsius", "taken"]


@dataclass
class Reading:
    sensor: str
    celsius: float
    taken: str


class Collector:
    def __init__(self, columns: list[str] | None = None) -> None:
        self.columns = columns or COLUMNS
        self.table = self._blank()

    def _blank(self) -> pd.DataFrame:
        return pd.DataFrame(columns=self.columns)

    def reset(self) -> None:
        self.table = self._blank()

    def add(self, reading: Reading) -> None:
        row = pd.DataFrame([{"sensor": reading.sensor, "celsius": reading.celsius, "taken": reading.taken}])
        self.table = pd.concat([self.table, row], ignore_index=True)  # expect: PIT401
        log.info("%d rows", len(self.table))


def main() -> None:
    collector = Collector()
    for n in range(3):
        collector.add(Reading(f"s{n}", 20.5 + n, "2024-01-01"))
    print(collector.table)


if __name__ == "__main__":
    main()
