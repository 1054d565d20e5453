from __future__ import annotations

import threading
import time
from typing import Any


class Store:
    def __init__(self) -> None:
        self._rows: dict[int, dict[str, Any]] = {1: {"name": "lee"}}
        self._lock = threading.Lock()
        self.connected = False

    def connect(self) -> None:
        time.sleep(0.1)
        self.connected = True

    def close(self) -> None:
        self.connected = False

    def get(self, key: int) -> dict[str, Any] | None:
        with self._lock:
            return self._rows.get(key)

    def put(self, row: dict[str, Any]) -> int:
        with self._lock:
            key = max(self._rows, default=0) + 1
            self._rows[key] = row
        self._flush()
        return key

    def _flush(self) -> None:
        time.sleep(0.12)

    def summary(self) -> str:
        time.sleep(0.1)
        return ", ".join(str(row) for row in self._rows.values())
