"""A greenlet that waits in a call of the standard library makes every other greenlet wait with it.

Greenlets share one thread: they take turns at the calls of gevent or eventlet that wait. `time.sleep`, a socket, a lock do not know of
them, unless the library has patched them (`monkey.patch_all()`, `eventlet.monkey_patch()`) in this program.

```python bad
import time

import gevent


def work():
    time.sleep(1)


gevent.joinall([gevent.spawn(work), gevent.spawn(print)])
```

```python good
from gevent import monkey

monkey.patch_all()
import time

import gevent


def work():
    time.sleep(1)


gevent.joinall([gevent.spawn(work), gevent.spawn(print)])
```

```python ok
from gevent import monkey

monkey.patch_all()

import time

import gevent


def work():
    time.sleep(1)


gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
```

Applications patch in their entry module: a module that others import is judged by those, and is silent where none can be seen and it
starts nothing itself. Where the runner patches (`python -m gevent.monkey`, a gevent worker), the setting `green-runner` says so. The fix
patches everything first, in a module that is run; elsewhere it writes `gevent.sleep` for a `time.sleep` that only greenlets reach.
It is unsafe, since it changes what all other code of the program does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Related, Safety, rule
from flake8_pitfalls.text.pattern import Holds

if TYPE_CHECKING:
    from flake8_pitfalls.facts.greenlets.patches import GreenBlock
    from flake8_pitfalls.facts.greenlets.timeline import Patch

HANDS_OVER = Holds("gevent", "eventlet", "green", "Green", "spawn", ".map", ".imap", ".apply", ".starmap", ".link")


@rule("PIT303", "blocking-call-in-greenlet", level=Level.ERROR, on=ast.Module, text=HANDS_OVER, fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.greenlets.imports import may_spawn

    if not may_spawn(module):
        return
    for block in module.patches.blocks():
        yield Hit(block.where, message(block, module), partial(fix, block, module), related(block, module))


def fix(block: GreenBlock, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.green import patch_first

    return patch_first(block, module)


def message(block: GreenBlock, module: Module) -> str:
    from flake8_pitfalls.knowledge.gevent import covering

    name = block.reached.name.removeprefix("builtins.")
    if covering(block.reached.name) == ():
        why = "which no patch covers"
    elif block.narrow is not None:
        frame = block.narrow.frames[0]
        why = f"and `{written(block.narrow, module)}` (line {frame.line}) does not patch it"
    else:
        why = "and nothing patches it"
    return f"{way(block, module, name)}, {why}: the hub and with it every greenlet stands still until it returns"


def written(patch: Patch, module: Module) -> str:
    """A patch as this module writes it, with its options if they are short."""
    frame = patch.frames[0]
    if frame.number < 0 or frame.module != module.dotted:
        return frame.label
    text = module.source.segment(module.project.own.local.body(frame.qualname)[frame.number][1])
    return text if len(text) <= 60 and "\n" not in text and "\r" not in text else frame.label


def way(block: GreenBlock, module: Module, name: str) -> str:
    """Who waits where: "`work` waits in `time.sleep` (line 7)"."""
    path = block.reached.path
    if not path:
        return f"`{name}` is run in a greenlet"
    place = shown_place(path[-1].path, path[-1].line, module)
    if len(path) == 1:
        return f"`{block.function}` waits in `{name}` ({place})"
    steps = " → ".join(f"{step.label} ({shown_place(step.path, step.line, module)})" for step in path[1:])
    return f"`{block.function}` waits in `{name}`, by {steps}"


def shown_place(path: str, line: int, module: Module) -> str:
    import os

    return f"line {line}" if path == module.path else f"{os.path.basename(path)}:{line}"


def related(block: GreenBlock, module: Module) -> tuple[Related, ...]:
    """Each place on the way, and the call that waits."""
    path = block.reached.path
    names = [*[step.label for step in path[1:]], block.reached.name]
    return tuple(
        Related("" if step.path == module.path else step.path, step.line, step.column, f"calls {name}")
        for step, name in zip(path, names, strict=False)
    )
