"""`Thread(target=work())` calls `work` at once, in the thread that makes the other, and hands over what it gave: nothing.

```python bad
import threading

def work(count: int) -> None:
    print("work", count)

thread = threading.Thread(target=work(3))
thread.start()
```

```python good
import threading

def work(count: int) -> None:
    print("work", count)

thread = threading.Thread(target=work, args=(3,))
thread.start()
```

```python ok
import threading
from collections.abc import Callable

def make(count: int) -> Callable[[], None]:
    def work() -> None:
        print("work", count)

    return work

thread = threading.Thread(target=make(3))
thread.start()
```

The same goes for Process, Timer, tasks of executors and pools, and callbacks of an event loop. It is said only where the call is known to
give nothing: a factory, `functools.partial`, a class and a function that is not seen stay silent. The fix is safe, since nothing that
worked could rest on it; where the arguments of the call have no place, there is none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.threads.targets import Task

TAKERS = frozenset(
    [
        "target",
        "function",
        "initializer",
        "Thread",
        "Timer",
        "Process",
        "submit",
        "map",
        "apply",
        "apply_async",
        "map_async",
        "imap",
        "imap_unordered",
        "starmap",
        "starmap_async",
        "start_new_thread",
        "to_thread",
        "run_in_executor",
        "call_soon",
        "call_soon_threadsafe",
        "call_later",
        "call_at",
        "add_done_callback",
    ]
)


PLACES = frozenset(
    ["threading", "multiprocessing", "concurrent", "asyncio", "_thread", "Thread", "Process", "Timer", "executor", "pool", "Pool"]
)


@rule("PIT310", "target-called", level=Level.ERROR, on=ast.Call, words=(PLACES, TAKERS), fixes=Safety.SAFE)
def check(node: ast.Call, module: Module) -> Iterator[Hit]:
    for given in node.args:
        if isinstance(given, ast.Call):
            break
    else:
        for keyword in node.keywords:
            if isinstance(keyword.value, ast.Call):
                break
        else:
            return
    from flake8_pitfalls.facts.guards import wanted_to_fail
    from flake8_pitfalls.facts.threads.targets import gives_none, tasks

    for task in tasks(node, module):
        inner = task.given
        if isinstance(inner, ast.Call) and gives_none(inner, module) and not wanted_to_fail(node, module):
            function = module.source.segment(inner.func)
            message = (
                f"`{function}(…)` is called here and now, and gives nothing:"
                f" `{task.callee.rpartition('.')[2]}` gets None as its {task.word}; hand over `{function}` itself"
            )
            yield Hit(inner, message, partial(fix, task, inner, module))


def fix(task: Task, inner: ast.Call, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.targets import uncalled

    edits = uncalled(task, inner, module)
    return Fix("Hand over the function itself", edits, Safety.SAFE) if edits is not None else None
