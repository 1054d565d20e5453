"""`timeit` gives the seconds of all runs together: printed as milliseconds, the number is true of nothing.

By default there are 1,000,000 runs, so the number printed is the seconds of all of them, which is as many microseconds for one.

```python bad
import timeit

timer = timeit.Timer("set(range(100))")
print("set:", timer.timeit(), "[ms]")
```

```python good
import timeit

timer = timeit.Timer("set(range(100))")
print("set:", timer.timeit(), "[us]")
```

```python ok
import timeit

timer = timeit.Timer("set(range(100))")
print("set:", timer.timeit(number=1000), "[ms]")
print("all:", timer.timeit(), "seconds")
print(f"one: {timer.timeit(500) / 500 * 1000:.6f} ms")
```

A unit is right if it is right for all runs together or for one: seconds of 1,000 runs are the milliseconds of one. The number of runs
must be known, or divided by; the unit stands beside the number, in the same text.

The fix writes the right unit. It is unsafe, since the number might have been what was wrong.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, rule


@rule("PIT502", "timeit-unit", level=Level.ERROR, on=ast.Module, words=("timeit",), fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.clocks.labels import mislabelled

    for found in mislabelled(module):
        yield Hit(found.where, found.message(module), partial(fix, found.edits))


def fix(edits: tuple[Edit, ...] | None) -> Fix | None:
    return Fix("Write the right unit", edits, Safety.UNSAFE) if edits else None
