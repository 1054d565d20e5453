"""A process gets its work pickled, and pickle finds functions by name: a lambda, or a function made inside another, cannot be found.

```python bad
from concurrent.futures import ProcessPoolExecutor

def main() -> None:
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(lambda number: number * 2, [1, 2])))

if __name__ == "__main__":
    main()
```

```python ok
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

def double(number: int) -> int:
    return number * 2

def main() -> None:
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(double, [1, 2])))
    with ThreadPoolExecutor() as threads:
        print(list(threads.map(lambda number: number * 2, [1, 2])))

if __name__ == "__main__":
    main()
```

A pool always pickles its tasks and what goes with them; a Process its target, and an executor its initializer, only where it is spawned,
so those are named where the text says `spawn` or `forkserver`. Callbacks run in the parent and stay silent, as do modules that use `dill`
or `cloudpickle`. There is no fix: the function has to move to the module's level, and take what it used by argument.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule(
    "PIT314",
    "unpicklable-process-target",
    level=Level.ERROR,
    on=ast.Call,
    words=(
        frozenset(("multiprocessing", "concurrent", "ProcessPoolExecutor", "Pool", "pool", "executor")),
        frozenset(
            [
                "target",
                "initializer",
                "Process",
                "ProcessPoolExecutor",
                "Pool",
                "submit",
                "map",
                "apply",
                "apply_async",
                "map_async",
                "imap",
                "imap_unordered",
                "starmap",
                "starmap_async",
            ]
        ),
    ),
)
def check(node: ast.Call, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.threads.targets import tasks

    given = tasks(node, module)
    if not given:
        return
    from flake8_pitfalls.facts.guards import wanted_to_fail
    from flake8_pitfalls.facts.threads.pickles import OTHER_PICKLES, unpicklables

    if not OTHER_PICKLES.isdisjoint(module.source.words):
        return
    for found in unpicklables(given, module):
        if not wanted_to_fail(node, module):
            yield Hit(
                found.where,
                f"{found.taker} cannot pickle {found.what}: a process gets its work by name; hand over a function of the module",
            )
