"""The first positional parameter of Thread and Process is `group`, which must be None: `Thread(work)` raises as soon as it runs.

```python bad
import threading

def work() -> None:
    print("work")

thread = threading.Thread(work)
thread.start()
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

thread = threading.Thread(None, work)
timer = threading.Timer(0.1, work)
thread.start()
timer.start()
```

Beside pylint's `bad-thread-instantiation` (W1506) it knows Process, contexts and subclasses, and stays silent where the argument may be
None. The fix is safe; where more positional arguments follow, it is left to the author.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule


@rule(
    "PIT317",
    "thread-positional-target",
    level=Level.ERROR,
    on=ast.Module,
    words=(frozenset(("Thread", "Process", "threading", "multiprocessing", "DummyProcess", "SpawnProcess", "ForkProcess")),),
    fixes=Safety.SAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.guards import wanted_to_fail
    from flake8_pitfalls.facts.threads.threads import is_no_group, made_of, takes_what_the_library_takes

    for call, value in module.threads.made.items():
        if not call.args or isinstance(call.args[0], ast.Starred) or not takes_what_the_library_takes(value, module):
            continue
        kind = made_of(value, module).rpartition(".")[2]
        given = call.args[0]
        if kind == "Timer" or not module.values.certain(given, is_no_group) or wanted_to_fail(call, module):
            continue
        text = module.source.segment(given) if not isinstance(given, ast.Lambda) else "lambda"
        message = f"`{text}` is handed over as `group`, the first parameter of {kind}, which must be None: name it, `target={text}`"
        yield Hit(given, message, partial(fix, call, module))


def fix(call: ast.Call, module: Module) -> Fix | None:
    if len(call.args) > 1 or any(keyword.arg in ("target", "group", None) for keyword in call.keywords):
        return None
    start = module.source.span(call.args[0]).start
    before = module.source.text[module.source.span(call.func).end : start]
    if before.strip() != "(":  # brackets of its own
        return None
    return Fix("Name the parameter", (Edit(Span(start, start), "target="),), Safety.SAFE)
