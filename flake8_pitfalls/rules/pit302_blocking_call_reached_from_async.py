"""A blocking call stops the event loop just as well when it stands in a function that the `async def` calls.

While `time.sleep` or a request waits, however many sync calls below the coroutine, no other task runs. What is handed to a thread
(`asyncio.to_thread(load)`) is not called here and is fine.

```python bad
import asyncio
import time


def load():
    time.sleep(1)
    return 1


async def work():
    return load()


asyncio.run(work())
```

```python ok
import asyncio
import time


def load():
    time.sleep(1)
    return 1


async def work():
    return await asyncio.to_thread(load)


asyncio.run(work())
```

There is no fix: whether the helper becomes `async`, or the call goes to a thread, depends on who else calls it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, Related, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.calls import Block


@rule(
    "PIT302",
    "blocking-call-reached-from-async",
    level=Level.ERROR,
    on=(ast.AsyncFunctionDef, ast.Module),
    words=(frozenset(("async", "await")),),
)
def check(node: ast.AsyncFunctionDef | ast.Module, module: Module) -> Iterator[Hit]:
    for block in module.calls.stops(node):
        if block.path:
            yield Hit(module.calls.span(block.where), message(block, module), related=related(block, module))


def message(block: Block, module: Module) -> str:
    """What is written here, what it waits for in the end, and the way from one to the other."""
    until = f"until {block.blocking.waits}" if block.blocking is not None else "while that runs"
    return f"`{block.action.label}` stops the event loop {until}, and every other task with it: {module.calls.shown(block)}"


def related(block: Block, module: Module) -> tuple[Related, ...]:
    """Each place on the way, and the call that waits."""
    names = [*[step.label for step in block.path[1:]], block.name]
    return tuple(
        Related("" if step.path == module.path else step.path, step.line, step.column, f"calls {name}")
        for step, name in zip(block.path, names, strict=False)
    )
