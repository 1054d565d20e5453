"""A thread stopped by a bare flag notices it only when its sleep is over, or never, if what was set is another name.

A name that a function assigns is its own local without `global`, and an imported name is a copy.

```python bad
import threading
import time

stopped = False

def worker() -> None:
    while not stopped:
        time.sleep(3)

thread = threading.Thread(target=worker)
thread.start()
stopped = True
thread.join()
```

```python good
import threading
import time

stopped = threading.Event()

def worker() -> None:
    while not stopped.is_set():
        stopped.wait(3)

thread = threading.Thread(target=worker)
thread.start()
stopped.set()
thread.join()
```

```python bad
import threading
import time

running = True

def worker() -> None:
    while running:
        time.sleep(0.01)

def stop() -> None:
    running = False

thread = threading.Thread(target=worker)
thread.start()
stop()
```

```python ok
import threading

done = False
count = 0

def worker() -> None:
    global count
    while not done:
        count += 1

def stop() -> None:
    global done
    done = True

thread = threading.Thread(target=worker)
thread.start()
stop()
```

The assignment is also lost, and the loop of any thread goes on, where it stands in a handler that `signal.signal` is given.

A loop that does not sleep, or sleeps less than a quarter of a second, stops soon enough and is silent. The fix makes the flag a
`threading.Event` wherever it is used, and waits on it instead of sleeping; where one use cannot be rewritten there is none. It is unsafe:
code elsewhere may use the flag as a bool.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule


@rule(
    "PIT312",
    "bare-stop-flag",
    level=Level.WARNING,
    on=ast.Module,
    words=(frozenset(("Thread", "Timer", "submit", "start_new_thread", "threading", "signal")), frozenset(("True", "False"))),
    fixes=Safety.UNSAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.flag_tests import may_have_flags

    if not may_have_flags(module.index):
        return
    from flake8_pitfalls.facts.threads.flags import lost_assignments, slow_loops

    for found, slept in slow_loops(module):
        message = (
            f"`{found.name}` is a bare flag: when it is set, this loop goes on until {slept} is over;"
            " a `threading.Event` and its `wait(…)` end it at once"
        )
        yield Hit(found.loop, message, partial(fix, found.name, module))
    for lost in lost_assignments(module):
        if lost.why == "local":
            message = (
                f"`{lost.name}` is a local of this function here, the loop of line {lost.loop_line} asks the module's:"
                " it never stops; use a `threading.Event`, or declare `global`"
            )
            yield Hit(lost.where, message, partial(fix, lost.name, module))
        else:
            yield Hit(
                lost.where,
                f"`{lost.name}` is a copy of the name here, the loop in `{lost.why}` asks its own: it never stops;"
                f" set it as an attribute of `{lost.why}`, or use a `threading.Event`",
            )


def fix(name: str, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.events import as_event

    edits = as_event(name, module)
    return Fix("Make the flag an Event", edits, Safety.UNSAFE) if edits is not None else None
