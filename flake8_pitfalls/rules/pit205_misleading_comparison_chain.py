"""A chain of comparisons that says less, or something else, than it seems to.

`a op b op c` is `a op b and b op c`: `a` and `c` are never compared.

```python bad
def are_sides_different(a: int, b: int, c: int) -> bool:
    return a != b != c
```

```python good
def are_sides_different(a: int, b: int, c: int) -> bool:
    return a != b and b != c and a != c
```

```python bad
def is_inside(low: int, x: int, high: int) -> bool:
    return low < x > high
```

```python bad
def is_sorted(a: int, b: int) -> bool:
    return a < b == True
```

```python good
def is_sorted(a: int, b: int) -> bool:
    return a < b
```

```python ok
def is_peak(heights: list[int], i: int) -> bool:
    return heights[i - 1] < heights[i] > heights[i + 1]
```

```python ok
def is_inner(x: int, items: list[int]) -> bool:
    return 0 != x != len(items)
```

Chains that real programs mean as they stand are left alone: peaks and valleys among neighbours, tests against a constant, `a == b != c`.

No fix is safe. A range test gone wrong has none, since the code does not say which of its signs is wrong.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.chain_gate import MIXED_CHAIN

if TYPE_CHECKING:
    from flake8_pitfalls.facts.chains import Chain
    from flake8_pitfalls.facts.clocks.readings import Readings

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@rule("PIT205", "misleading-comparison-chain", level=Level.WARNING, on=ast.Compare, text=MIXED_CHAIN, fixes=Safety.UNSAFE, light=True)
def check(node: ast.Compare, module: Module) -> Iterator[Hit]:
    if len(node.ops) < 2:
        return
    from flake8_pitfalls.facts.chains import chain
    from flake8_pitfalls.facts.clocks.readings import Readings

    found = chain(node, module)
    if found is not None and found.kind != "mixed":
        hit_fix = partial(fix, node, module, found) if found.kind in ("truth", "differ") else None
        yield Hit(node, message(found, Readings(module, node, found)), hit_fix)


def message(found: Chain, readings: Readings) -> str:
    says = f"`{readings.whole}` is `{readings.written_out()}`"
    operands = readings.operands
    if found.meant is not None:
        return f"{says}: write `{readings.meant(found.meant)}`"
    if found.kind == "differ":
        return f"{says} and does not compare `{operands[0]}` with `{operands[-1]}`: say so too, if all must differ"
    if found.kind == "constants":
        return f"{says}, which compares two constants: for a range test, write `{with_constants_apart(found, readings)}`"
    from flake8_pitfalls.facts.chains import UP

    side = "above" if found.symbols[0] in UP else "below"
    return f"{says}: `{operands[1]}` must be {side} both, so this is no range test: {range_test(found, readings)}"


def with_constants_apart(found: Chain, readings: Readings) -> str:
    """The range test that `p >= 0.004 < 0.499` and `1 < 9 > p` were to be."""
    one, two, three = readings.operands
    first, second = found.symbols
    if readings.literal[0]:
        return f"{one} {first} {three} {TURNED[second]} {two}"
    return f"{two} {TURNED[first]} {one} {second} {three}"


def range_test(found: Chain, readings: Readings) -> str:
    """What to do, from the limits where they are numbers."""
    from flake8_pitfalls.facts.chains import UP

    low, middle, high = readings.operands
    if readings.limits is None:
        return "turn one of its signs"
    if readings.limits[0] < readings.limits[1]:
        signs = [symbol if symbol in UP else TURNED[symbol] for symbol in found.symbols]
    else:
        signs = [symbol if symbol not in UP else TURNED[symbol] for symbol in found.symbols]
    return f"write `{low} {signs[0]} {middle} {signs[1]} {high}`"


def fix(node: ast.Compare, module: Module, found: Chain) -> Fix | None:
    from flake8_pitfalls.fixing.chains import all_different, as_meant

    edits = as_meant(module, node, found, found.meant) if found.meant is not None else all_different(module, node)
    if edits is None:
        return None
    return Fix("Write what was meant" if found.meant is not None else "Compare every two", edits, Safety.UNSAFE)
