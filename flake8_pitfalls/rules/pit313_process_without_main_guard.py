"""A module that starts a process as it is imported starts it again in the child: under `spawn` the child imports the main module first.

`spawn` is the way of Windows and macOS, and from Python 3.14 on Linux's `forkserver` imports it too. `multiprocessing` then raises in the
child, and a Pool makes new workers without end.

```python bad
import multiprocessing

def work() -> None:
    print("work")

process = multiprocessing.Process(target=work)
process.start()
process.join()
```

```python good
import multiprocessing

def work() -> None:
    print("work")

process = multiprocessing.Process(target=work)
if __name__ == "__main__":
    process.start()
    process.join()
```

```python ok
import multiprocessing

def main() -> None:
    with multiprocessing.Pool(2) as pool:
        print(pool.map(str, [1, 2]))

if __name__ == "__main__":
    main()
```

Threads, making a Process, a Lock or a Queue, and an executor that is given no work are harmless. `parent_process() is None` is no guard
(it holds in the child too, while that imports). The fix puts the statement, and those below it that go on with what it made, under the
guard, and nothing else; it is unsafe, for what they bind is no longer there for those who import the module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

# What starts processes goes by one of these names; else only a call at the module's own level can lead to it, in another module.
STARTERS = frozenset(("Process", "Pool", "Manager", "ProcessPoolExecutor", "multiprocessing", "concurrent", "futures"))


@rule("PIT313", "process-without-main-guard", level=Level.ERROR, on=ast.Module, fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    if module.path.endswith(("__main__.py", ".ipynb")):  # they are not imported again (multiprocessing.spawn leaves them out)
        return
    if STARTERS.isdisjoint(module.source.words) and not any(
        isinstance(part, ast.Expr) and isinstance(part.value, ast.Call) for part in node.body
    ):
        return
    from flake8_pitfalls.facts.import_calls import import_calls

    calls = import_calls(module)
    if not calls:
        return
    from flake8_pitfalls.facts.guards import wanted_to_fail
    from flake8_pitfalls.facts.threads.process_starts import process_starts

    for start in process_starts(calls, module):
        if wanted_to_fail(start.where, module):
            continue
        text = module.source.segment(start.where.func)  # type: ignore[attr-defined]
        way = f" by {' → '.join(f'`{step}`' for step in start.path)}" if start.path else ""
        message = (
            f"`{text}(…)` starts a process as this module is imported{way}: under `spawn` the child imports it again and fails;"
            ' put it under `if __name__ == "__main__":`'
        )
        yield Hit(start.where, message, partial(fix, start.where, module))


def fix(where: ast.AST, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.main_guard import under_main_guard

    edits = under_main_guard(where, module)
    return Fix("Put it under the main guard", edits, Safety.UNSAFE) if edits is not None else None
