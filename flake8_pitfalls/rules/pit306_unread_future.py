"""A future keeps its task's exception until somebody asks for it; if nobody does, a task can fail in silence.

`concurrent.futures.wait` and leaving the executor's `with` block only wait; `as_completed` only hands the futures back.

```python bad
from concurrent.futures import ThreadPoolExecutor

def load(number: int) -> int:
    return 100 // number

with ThreadPoolExecutor() as executor:
    future = executor.submit(load, 0)
```

```python good
from concurrent.futures import ThreadPoolExecutor

def load(number: int) -> int:
    return 100 // number

with ThreadPoolExecutor() as executor:
    future = executor.submit(load, 0)
    future.result()
```

```python ok
from concurrent.futures import ThreadPoolExecutor, as_completed

def load(number: int) -> int:
    return 100 // number

with ThreadPoolExecutor() as executor:
    futures = [executor.submit(load, number) for number in range(3)]
    for future in as_completed(futures):
        print(future.exception() or future.result())
```

It is said of executors of `concurrent.futures` and pools of `multiprocessing`, where the whole way of the future is seen and the task is
seen to be one that can fail, or does nothing but make a value: not of a task whose work stands in a `try` that takes every exception. The
fix reads the result; it is unsafe, for it waits there, and a failure that went unseen is raised.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.threads.futures import Submission

NAMES = frozenset(("submit", "map", "apply_async", "map_async", "starmap_async", "imap", "imap_unordered"))


@rule(
    "PIT306",
    "unread-future",
    level=Level.WARNING,
    on=ast.Module,
    words=(
        NAMES,
        frozenset(
            (
                "concurrent",
                "multiprocessing",
                "Pool",
                "ThreadPool",
                "ThreadPoolExecutor",
                "ProcessPoolExecutor",
                "Executor",
                "executor",
                "pool",
            )
        ),
    ),
    fixes=Safety.UNSAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    if not any(part.attr in NAMES for part in module.index.of(ast.Attribute)):  # type: ignore[attr-defined]
        return
    from flake8_pitfalls.facts.threads.futures import can_fail, is_unread, only_gives, submissions

    for submission in submissions(module):
        is_lossy = can_fail(submission.task, module) or only_gives(submission.task, module)
        if is_lossy and is_unread(submission, module.threads.journey(submission.call)):
            yield Hit(submission.call, message(submission, module), partial(fix, submission, module))


def fix(submission: Submission, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.reads import read_result

    return read_result(submission, module)


def message(submission: Submission, module: Module) -> str:
    from flake8_pitfalls.facts.threads.futures import can_fail, task_name, waited_by

    task = task_name(submission.task, module)
    lost = f"an exception in {task}" if can_fail(submission.task, module) else f"what {task} gives"
    text = module.source.segment(submission.call.func)
    if not submission.read:
        return f"nobody iterates over what `{text}(…)` gives: {lost} is lost; use up the iterator, as `list(…)` does"
    waited = waited_by(module.threads.journey(submission.call))
    only = f", `{waited}` does not," if waited else ""
    what = "future" if submission.read == "result" else "result"
    return f"nobody reads the {what} of `{text}(…)`{only} so {lost} is lost: ask it for `.{submission.read}()`"
