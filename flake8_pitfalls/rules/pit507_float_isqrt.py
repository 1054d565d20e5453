"""The integer root of a number, taken as a float, is wrong for large numbers.

`int(math.sqrt(n))` goes through a float of 53 bits. At n = 4503599761588224 it gives 67108865, whose square is larger than n; from there
on it is wrong now and then, and `n ** 0.5` with it. `math.isqrt(n)` is exact for every int.

```python bad
import math


def is_prime(n: int) -> bool:
    return n > 1 and all(n % i for i in range(2, int(math.floor(math.sqrt(n))) + 1))
```

```python good
import math


def is_prime(n: int) -> bool:
    return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))
```

```python bad
def root(n: int) -> int:
    return int(n ** 0.5)
```

```python good
import math


def root(n: int) -> int:
    return math.isqrt(n)
```

```python ok
import math


def side(area: float) -> int:
    return int(math.sqrt(area))
```

It is silent where the number is known to be a float, is a small number that is written there, counts something (`len(x)`), or is a sum
of two squares, as in a distance. The fix is safe where the number is known to be an int; else it is unsafe, since `math.isqrt` raises
TypeError on a float.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.pattern import Holds, lazy

if TYPE_CHECKING:
    from flake8_pitfalls.facts.roots import CutRoot

A_ROOT = Holds("\nsqrt\n", "\npow\n", otherwise=lazy(r"\*\*[\s\\(]*[\d.#]"))


@rule(
    "PIT507",
    "float-isqrt",
    level=Level.WARNING,
    on=ast.Module,
    words=(frozenset(("int", "floor", "trunc")),),
    text=A_ROOT,
    fixes=Safety.SAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.roots import FIRST_WRONG, cut_roots, may_be_wrong
    from flake8_pitfalls.text.excerpt import excerpt

    for found in cut_roots(module):
        if may_be_wrong(found.number, module):
            number = excerpt(module.source.segment(found.number), 40)
            message = (
                f"`{excerpt(module.source.segment(found.outer), 60)}` takes the root of `{number}` as a float, which is wrong"
                f" for large ints, first at {FIRST_WRONG}: use `math.isqrt({number})`"
            )
            yield Hit(found.outer, message, partial(fix, found, module))


def fix(found: CutRoot, module: Module) -> Fix | None:
    from flake8_pitfalls.facts.roots import is_int
    from flake8_pitfalls.fixing.edits import holds_comment
    from flake8_pitfalls.text.source import Span

    whole, inner = module.source.span(found.outer), module.source.span(found.number)
    around = [Span(whole.start, inner.start), Span(inner.end, whole.end)] if found.here else [whole]
    if not (found.here or is_unchanged(found, module)) or any(holds_comment(module, part) for part in around):
        return None
    imported = function(found.outer, module)
    if imported is None:
        return None
    name, edits = imported
    safety = Safety.SAFE if is_int(found.number, module) else Safety.UNSAFE
    return Fix("Take the integer root", (*edits, Edit(whole, f"{name}({module.source.segment(found.number)})")), safety)


def is_unchanged(found: CutRoot, module: Module) -> bool:
    """Whether the number is a name that is bound once, so that where the root is cut it still is what the root was taken of."""
    binding = module.names.only(found.number)
    if binding is None or binding.kind not in ("parameter", "assign") or binding.scope.elsewhere.get(binding.name):
        return False
    seen_from = module.names.deciding(binding.name, module.names.scope(found.outer))
    return seen_from is binding.scope and len(binding.scope.bindings.get(binding.name, ())) == 1


def function(node: ast.Call, module: Module) -> tuple[str, tuple[Edit, ...]] | None:
    """How `math.isqrt` is written here, and the edits that import it: by name where the module takes names out of `math`."""
    from flake8_pitfalls.fixing.edits import ensure_from_import, ensure_import

    by_name = ensure_from_import(module, "math", "isqrt", node)
    if by_name is not None and (not by_name.edits or any(part.module == "math" for part in module.index.of(ast.ImportFrom))):  # type: ignore[attr-defined]
        return by_name.name, by_name.edits
    whole = ensure_import(module, "math", node)
    return (f"{whole.name}.isqrt", whole.edits) if whole is not None else None
