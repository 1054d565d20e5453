"""A call that makes its thread wait stops the whole event loop when it stands in an `async def`.

All tasks of an event loop share one thread. While `time.sleep`, a request or a join waits in one of them, none of the others runs.

```python bad
import asyncio
import time


async def work():
    time.sleep(1)


asyncio.run(work())
```

```python good
import asyncio
import time


async def work():
    await asyncio.sleep(1)


asyncio.run(work())
```

```python ok
import asyncio
import time


async def work():
    await asyncio.to_thread(time.sleep, 1)


asyncio.run(work())
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.calls import Block


@rule(
    "PIT301",
    "blocking-call-in-async",
    level=Level.ERROR,
    on=(ast.AsyncFunctionDef, ast.Module),
    words=(frozenset(("async", "await")),),
    fixes=Safety.SAFE,
)
def check(node: ast.AsyncFunctionDef | ast.Module, module: Module) -> Iterator[Hit]:
    for block in module.calls.stops(node):
        if not block.path:
            yield Hit(module.calls.span(block.where), message(block, module), partial(fix, block, module))


def fix(block: Block, module: Module) -> Fix | None:
    """An `await` in its place. Only a sleep is safe to replace, and only where no other task can slip in between a read and a write."""
    from flake8_pitfalls.fixing.awaits import repaired

    return repaired(block, module)


def message(block: Block, module: Module) -> str:
    """What waits, under the name that the library knows it by, and for how long as far as the text says it."""
    label, name = block.action.label, block.name
    alias = "" if label.removesuffix("()").removeprefix("with ").endswith(name) else f" is `{name}`: it"
    until = f"until {block.blocking.waits}" if block.blocking is not None else "while it runs"
    return f"`{label}`{alias} stops the event loop {until}: every other task waits"
