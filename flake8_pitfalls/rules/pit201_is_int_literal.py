"""`is` asks whether two names stand for one object; of an int that says nothing.

CPython keeps one object for each int from -5 to 256, and one for equal literals that it compiles together; any other int may be
another object each time. So `x is 257` is answered by the interpreter's habits, not by `x`.

```python bad
def is_full(count: int) -> bool:
    return count is 257
```

```python good
def is_full(count: int) -> bool:
    return count == 257
```

```python bad
def has_part(text: str, part: str) -> bool:
    return text.find(part) is not -1
```

```python good
def has_part(text: str, part: str) -> bool:
    return text.find(part) != -1
```

```python ok
def is_missing(count: int | None) -> bool:
    return count is None
```

What counts as an int is what CPython's compiler makes one of, and warns about: `-1`, `2 ** 10` and `b"a"[0]` too. Of literals that are no
ints (`x is "a"`) pyflakes' F632 speaks.

The fix is safe, except where an operand is known to be an array, whose `==` gives an array, or a number from one, whose `==` gives no
bool of Python's; and in `f"{x is 1=}"`, which prints its text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.comparison_gates import INT_NEAR_IS

EQUAL: dict[type[ast.cmpop], str] = {ast.Is: "==", ast.IsNot: "!="}
QUOTED = 10**30  # a longer number is not written out in a message


@rule("PIT201", "is-int-literal", level=Level.ERROR, on=ast.Compare, text=INT_NEAR_IS, fixes=Safety.SAFE, light=True)
def check(node: ast.Compare, module: Module) -> Iterator[Hit]:
    if not any(type(op) in EQUAL for op in node.ops):
        return
    numbers = [number(operand) for operand in (node.left, *node.comparators)]
    links = [n for n, op in enumerate(node.ops) if type(op) in EQUAL and (numbers[n], numbers[n + 1]) != (None, None)]
    if links:
        from flake8_pitfalls.text.excerpt import excerpt

        first = links[0]
        found = numbers[first] if numbers[first] is not None else numbers[first + 1]
        assert found is not None
        message = (
            f"`{excerpt(module.source.segment(node))}` asks whether the two are one object, {why(found)}:"
            f" compare with `{EQUAL[type(node.ops[first])]}`"
        )
        yield Hit(node, message, partial(fix, node, module, links))


def fix(node: ast.Compare, module: Module, links: list[int]) -> Fix | None:
    from flake8_pitfalls.fixing.identity import by_value

    return by_value(module, node, links)


def number(node: ast.expr) -> int | None:
    """The int that the compiler makes of an expression, None where it makes none; an int by way of `not` is left alone."""
    if isinstance(node, (ast.Name, ast.Attribute, ast.Call)):
        return None
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    from flake8_pitfalls.facts.folding import folded

    value = folded(node)
    if type(value) is not int or any(isinstance(part, ast.Not) for part in ast.walk(node)):
        return None
    return value


def why(value: int) -> str:
    if -5 <= value <= 256:
        return "which CPython happens to grant for -5 to 256 only"
    return f"and {value if abs(value) < QUOTED else 'a number so large'} may be made anew each time"
