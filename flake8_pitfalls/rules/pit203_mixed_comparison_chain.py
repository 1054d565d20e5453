"""A chain that mixes comparison, identity and membership is an `and` of its links, and seldom what was meant.

`a op b op c` is `a op b and b op c`. So `"$" in line == False` asks whether `line` itself is False, and
`a is None != b is None` needs `a` to be None, `b` to be None, and the two to differ.

```python bad
def is_plain(line: str) -> bool:
    return "$" in line == False
```

```python good
def is_plain(line: str) -> bool:
    return "$" not in line
```

```python bad
def is_only_one_given(a: str | None, b: str | None) -> bool:
    return a is None != b is None
```

```python good
def is_only_one_given(a: str | None, b: str | None) -> bool:
    return (a is None) != (b is None)
```

```python bad
def is_news(old: int, new: int, seen: list[int]) -> bool:
    return old != new not in seen
```

```python good
def is_news(old: int, new: int, seen: list[int]) -> bool:
    return old != new and new not in seen
```

```python ok
def is_quoted(text: str) -> bool:
    return text[0] == text[-1] in ("'", '"')
```

Two equal things of which something more is said are left alone: `a == b is not None`, `a == b in ("x", "y")`.

No fix is safe. Where the meaning is plain, it writes that; else it writes the `and` out, which keeps what the program does and so may
keep a mistake. An operand is evaluated once, as before: one that is no name or constant is kept by `:=`.
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


@rule("PIT203", "mixed-comparison-chain", level=Level.WARNING, on=ast.Compare, text=MIXED_CHAIN, fixes=Safety.UNSAFE, light=True)
def check(node: ast.Compare, module: Module) -> Iterator[Hit]:
    if len(node.ops) < 2:
        return
    from flake8_pitfalls.facts.chains import chain
    from flake8_pitfalls.facts.clocks.readings import Readings

    found = chain(node, module)
    if found is not None and found.kind == "mixed":
        yield Hit(node, message(found, Readings(module, node, found)), partial(fix, node, module, found))


def message(found: Chain, readings: Readings) -> str:
    says = f"`{readings.whole}` is `{readings.written_out()}`"
    if found.meant is not None:
        return f"{says}{why(found, readings)}: write `{readings.meant(found.meant)}`"
    advice = "write the `and` out, or put brackets around the part that was meant"
    results = readings.results()
    if results is not None:
        return f"{says}, which gives {results[0]}; `{readings.from_the_left()}` would give {results[1]}: {advice}"
    if len(found.symbols) == 2:
        return f"{says}, not `{readings.from_the_left()}`: {advice}"
    return f"{says}: {advice}"


def why(found: Chain, readings: Readings) -> str:
    """What makes it plain that this was not meant."""
    from flake8_pitfalls.facts.chains import MEMBERSHIP

    first, last = found.meant.links if found.meant is not None else (0, 0)
    if found.meant is not None and found.meant.middle == 1:
        never = found.symbols == ("is", "!=", "is") and readings.operands[1] == readings.operands[3] == "None"
        return ", which is never true" if never else ""
    if first == last and found.symbols[first] in MEMBERSHIP:
        return ", and a container is no bool" if first == 0 else f", and that asks what `{readings.operands[1]}` itself is"
    return ""


def fix(node: ast.Compare, module: Module, found: Chain) -> Fix | None:
    from flake8_pitfalls.facts.chains import IDENTITY
    from flake8_pitfalls.facts.folding import is_folded_int
    from flake8_pitfalls.fixing.chains import as_meant, written_out

    operands = [node.left, *node.comparators]
    if any(symbol in IDENTITY and any(map(is_folded_int, operands[n : n + 2])) for n, symbol in enumerate(found.symbols)):
        return None  # PIT201 comes first: with `==` in place of `is` it may be another chain
    edits = as_meant(module, node, found, found.meant) if found.meant is not None else written_out(module, node, found)
    if edits is None:
        return None
    return Fix("Write what was meant" if found.meant is not None else "Write the `and` out", edits, Safety.UNSAFE)
