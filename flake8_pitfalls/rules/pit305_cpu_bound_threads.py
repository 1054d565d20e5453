"""Threads that compute in Python take turns at the interpreter's lock: several are no faster than one.

```python bad
from concurrent.futures import ThreadPoolExecutor

def checksum(limit: int) -> int:
    total = 0
    for number in range(limit):
        total = (total * 31 + number) % 1000003
    return total

def main() -> None:
    with ThreadPoolExecutor() as executor:
        print(list(executor.map(checksum, [6_000_000, 7_000_000])))

if __name__ == "__main__":
    main()
```

```python ok
import threading
import time

def poll(times: int) -> None:
    for _ in range(times):
        time.sleep(0.1)

threads = [threading.Thread(target=poll, args=(9,)) for _ in range(3)]
for thread in threads:
    thread.start()
```

It is said of a function of this file that is loops over arithmetic and calls nothing else; whatever waits, reads, or computes outside the
interpreter (`hashlib`, `zlib`, NumPy) lets the threads run side by side. One background thread keeps its caller free, which is a use of
its own. On a free-threaded build the threads do run at once. Off by default. The fix uses processes; it is unsafe, for arguments and
results are then pickled.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.threads.computing import Handing


@rule(
    "PIT305",
    "cpu-bound-threads",
    level=Level.NOTE,
    on=ast.Module,
    words=(
        frozenset(("Thread", "ThreadPoolExecutor", "ThreadPool", "threading", "to_thread", "Pool", "futures", "start_new_thread")),
        frozenset(("for", "while", "return")),
    ),
    default=False,
    fixes=Safety.UNSAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.threads.computing import handings

    for found in handings(module):
        message = (
            f"`{found.name}` only computes, and goes to several threads: the interpreter's lock lets one run at a time,"
            " so they take as long as one after the other; use processes"
        )
        yield Hit(found.task.call, message, partial(fix, found, module))


def fix(found: Handing, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.processes import as_processes

    edits = as_processes(found, module)
    return Fix("Use processes", edits, Safety.UNSAFE) if edits is not None else None
