from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    workers: int = 2
    retries: int = 3
    tags: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.time)


def load_settings(argv: list[str]) -> Settings:
    # a slow disk, before the loop runs
    time.sleep(0.01)
    return Settings(workers=len(argv) or 2)
