"""A Thread or Process can be started once; the second `start()` raises, also after `join()`.

```python bad
import threading

def work() -> None:
    print("work")

worker = threading.Thread(target=work)
worker.start()
worker.join()
worker.start()
```

```python ok
import threading

def work() -> None:
    print("work")

for _ in range(2):
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
```

Both starts must lie on one way through the program: branches that exclude each other, an early return, a new object in between, and a
test of `is_alive()` stay silent. There is no fix: whether a new thread is wanted or one start too many was written, only the author
knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule(
    "PIT309",
    "thread-started-twice",
    level=Level.ERROR,
    on=ast.Module,
    words=("start", frozenset(("Thread", "Process", "Timer", "threading", "multiprocessing"))),
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    if not any(part.attr == "start" for part in module.index.of(ast.Attribute)):  # type: ignore[attr-defined]
        return
    from flake8_pitfalls.facts.guards import caught_by, wanted_to_fail
    from flake8_pitfalls.facts.threads.second_starts import second_starts

    for call, path in second_starts(module):
        if wanted_to_fail(call, module) or caught_by(call, module, "RuntimeError", "AssertionError", "Exception", "BaseException"):
            continue
        yield Hit(call, f"`{path}` has been started before: a Thread or Process starts once, this `start()` raises; make a new one")
