"""`from threading import *` brings twenty names, and the next star import may bring others of the same names: `Lock`, `Event`, `Queue`.

```python bad
from threading import *

stopped = Event()
thread = Thread(target=stopped.wait)
```

```python good
from threading import Event, Thread

stopped = Event()
thread = Thread(target=stopped.wait)
```

```python ok
from threading import Event, Thread

stopped = Event()
thread = Thread(target=stopped.wait)
```

`threading`, `multiprocessing`, `concurrent.futures`, `asyncio` and `queue` share many names (`Lock`, `Event`, `Queue`, `TimeoutError`,
`wait`). ruff and pyflakes report every star import (F403); this code is off by default and about these alone. The fix names what is used;
it is safe where every name of the file is known and no other module takes names from it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

MODULES = frozenset(("threading", "multiprocessing", "concurrent.futures", "asyncio", "queue"))


@rule(
    "PIT316",
    "star-import-concurrency",
    level=Level.NOTE,
    on=ast.ImportFrom,
    words=("from", "import", frozenset(("threading", "multiprocessing", "concurrent", "asyncio", "queue"))),
    default=False,
    fixes=Safety.SAFE,
)
def check(node: ast.ImportFrom, module: Module) -> Iterator[Hit]:
    if node.level or node.module not in MODULES or node.names[0].name != "*":
        return
    if module.project.find(node.module.partition(".")[0]) is not None:  # a module of the project has that name
        return
    from flake8_pitfalls.fixing.stars import used_names

    used = used_names(node, module)
    told = f"`{'`, `'.join(used)}` of them used here" if used else "none of them seen used here"
    message = f"`from {node.module} import *` brings all its names, {told}; a later star import may put others in their place: name them"
    yield Hit(node, message, partial(fix, node, module))


def fix(node: ast.ImportFrom, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.stars import named

    return named(node, module)
