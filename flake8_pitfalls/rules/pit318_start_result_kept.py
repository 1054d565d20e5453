"""`start()` gives None, so `thread = Thread(…).start()` keeps None, and `thread.join()` raises.

```python bad
import threading

def work() -> None:
    print("work")

thread = threading.Thread(target=work).start()
```

```python good
import threading

def work() -> None:
    print("work")

thread = threading.Thread(target=work)
thread.start()
```

```python ok
import threading

def work() -> None:
    print("work")

threading.Thread(target=work).start()
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
```

Beside pylint's `assignment-from-no-return` (E1111) it sees lists, comprehensions, attributes and what a helper gives back. The fix makes
two statements; it is unsafe, for the program may have lived with None.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule


@rule("PIT318", "start-result-kept", level=Level.ERROR, on=ast.Call, words=("start",), fixes=Safety.UNSAFE)
def check(node: ast.Call, module: Module) -> Iterator[Hit]:
    function = node.func
    if not isinstance(function, ast.Attribute) or function.attr != "start" or node.args or node.keywords:
        return
    if isinstance(module.index.parent(node), ast.Expr):
        return
    from flake8_pitfalls.facts.threads.start_results import keeper

    found = keeper(node, function.value, module)
    if found is not None:
        message = f"`{found.name}` is None: `start()` gives nothing, the {found.kind} itself is not kept; make it first, then start it"
        yield Hit(found.where, message, partial(fix, node, found.where, module))


def fix(call: ast.Call, kept: ast.AST, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.starts import two_statements

    edits = two_statements(call, kept, module)
    return Fix("Make it, then start it", edits, Safety.UNSAFE) if edits is not None else None
