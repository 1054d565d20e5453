"""`with threading.Lock():` makes a lock that nobody else can hold, so it keeps nobody out.

```python bad
import threading

count = 0

def increment() -> None:
    global count
    with threading.Lock():
        count += 1

increment()
```

```python ok
import threading

lock = threading.Lock()
count = 0

def increment() -> None:
    global count
    with lock:
        count += 1

increment()
```

Beside pylint's `useless-with-lock` (W2101) it knows multiprocessing's and asyncio's locks, aliases, and a helper that makes a new lock at
each call; `Condition(lock)`, which holds the lock that it is given, stays silent. There is no fix: where the lock must live, only the
author knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule(
    "PIT319",
    "throwaway-lock",
    level=Level.ERROR,
    on=(ast.With, ast.AsyncWith),
    words=(frozenset(("threading", "multiprocessing", "asyncio", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition")),),
)
def check(node: ast.With | ast.AsyncWith, module: Module) -> Iterator[Hit]:
    for item in node.items:
        if not isinstance(item.context_expr, ast.Call):
            continue
        from flake8_pitfalls.facts.threads.locks import fresh_lock

        kind = fresh_lock(item.context_expr, module)
        if kind:
            text = module.source.segment(item.context_expr.func)
            message = (
                f"`{text}()` makes a new {kind} each time, which nobody else can hold: it guards nothing; make one outside and share it"
            )
            yield Hit(item.context_expr, message)
