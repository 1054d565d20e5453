"""`sys.getsizeof` of a container counts its slots, not what is in them.

A list of a thousand long strings takes as much, by `getsizeof`, as a list of a thousand Nones: eight bytes a slot. What the items take
must be added.

```python bad
import sys

words = ["a long word " * 20, "another one " * 20]
print(sys.getsizeof(words), "bytes")
```

```python ok
import sys

words = ["a long word " * 20, "another one " * 20]
print(sys.getsizeof(words) + sum(sys.getsizeof(word) for word in words), "bytes")
print(sys.getsizeof([]), sys.getsizeof("x" * 1000), sys.getsizeof(2 ** 90))
```

It speaks where the container is made in this file (a display, a comprehension, a constructor, filled by `append`), or is an instance of a
class of this file without `__sizeof__` and `__slots__`. An empty container, one whose growth is watched in a loop, and one whose items
are measured beside it are silent.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule("PIT510", "shallow-getsizeof", level=Level.WARNING, on=ast.Call, words=("getsizeof",))
def check(node: ast.Call, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.sizes import shallow
    from flake8_pitfalls.text.excerpt import excerpt

    found = shallow(node, module)
    if found is not None:
        kind, held = found
        article = "an" if kind[0] in "aeioO" else "a"
        message = (
            f"`{excerpt(module.source.segment(node), 60)}` counts {article} {kind} and its references, but none of the {held}:"
            " add the size of each, or measure with `tracemalloc`"
        )
        yield Hit(node, message)
