"""One timer is reported twice, and another that was made beside it never: a copied line kept the old name.

The report looks complete, but the second label stands beside the first timer's figures, and what should have been measured was not run
or not shown.

```python bad
import timeit

loop = timeit.Timer("for i in range(9): i")
comprehension = timeit.Timer("[i for i in range(9)]")
print("loop:", loop.timeit())
print("comprehension:", loop.timeit())
```

```python ok
import timeit

loop = timeit.Timer("for i in range(9): i")
comprehension = timeit.Timer("[i for i in range(9)]")
print("loop:", loop.timeit())
print("loop again:", loop.timeit())
print("comprehension:", comprehension.timeit())
```

The same holds for results kept in names (`loop = timeit.timeit(…)`). A timer that is run in a loop, or in one of two branches, is
reported once. There is no fix, since it is not known which of the two was meant.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule("PIT503", "copied-timer", level=Level.ERROR, on=ast.Module, words=("timeit",))
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.clocks.copied import copied

    for found in copied(module):
        names = " and ".join(f"`{binding.name}`" for binding in found.forgotten[:3]) + ("" if len(found.forgotten) < 4 else " and others")
        lines = ", ".join(str(getattr(binding.node, "lineno", 0)) for binding in found.forgotten[:3])
        message = (
            f"`{found.name}` is reported again (first on line {found.first}), while {names} (line{'s' if ',' in lines else ''} {lines})"
            f" {'is' if len(found.forgotten) == 1 else 'are'} made beside it and never used: the line looks copied, with the old name in it"
        )
        yield Hit(found.where, message)
