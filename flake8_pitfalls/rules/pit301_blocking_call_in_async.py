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

SHORT = 60  # characters of a call that a message quotes whole
INSTEAD = {
    "sleep": "await the loop library's own sleep",
    "thread": "hand it to a thread",
    "future": "await the future",
    "": "use what can be awaited instead",
}


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
    """What waits, under the name that its library knows it by, and for how long as far as the text says it."""
    from flake8_pitfalls.knowledge.blocking import shown as known_as

    name, label = known_as(block.name), shown(block, module)
    alias = "" if block.action.label.removesuffix("()").removeprefix("with ").endswith(name) else f" (`{name}`)"
    if block.blocking is None:
        return f"`{label}`{alias} stops the event loop while it runs, and every other task with it: hand it to a thread"
    return f"`{label}`{alias} stops the event loop {how_long(block, module)}, and every other task with it: {INSTEAD[block.blocking.fix]}"


def shown(block: Block, module: Module) -> str:
    """The call as it is written, where that is short."""
    if isinstance(block.where, ast.Call) and block.action.kind == "call":
        text = module.source.segment(block.where)
        if len(text) <= SHORT and "\n" not in text and "\r" not in text and text.isprintable():
            return text
    return block.action.label


def how_long(block: Block, module: Module) -> str:
    """`for 5 s` where the seconds of a sleep are known, else what it waits for."""
    assert block.blocking is not None
    if block.name == "time.sleep" and isinstance(block.where, ast.Call) and block.where.args:
        seconds = module.values.one(block.where.args[0])
        number = getattr(seconds, "value", None)
        if isinstance(number, (int, float)) and not isinstance(number, bool):
            return f"for {number} s"
    return f"until {block.blocking.waits}"
