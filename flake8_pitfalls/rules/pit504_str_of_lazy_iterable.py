"""The text of a lazy iterable shows what it is, not what is in it.

`str(range(100))` is `"range(0, 100)"`, thirteen characters, and the text of a `map`, `filter`, `zip` or generator is an address:
`<map object at 0x7f…>`. None of the items is made.

```python bad
def describe(words: list[str]) -> str:
    return f"lengths: {map(len, words)}"
```

```python good
def describe(words: list[str]) -> str:
    return f"lengths: {list(map(len, words))}"
```

```python bad
def digits() -> str:
    return str(range(10))
```

```python good
def digits() -> str:
    return str(list(range(10)))
```

```python ok
def describe(words: list[str]) -> str:
    return f"{list(map(len, words))} of {words!r} by {map!r}"
```

`str`, `format`, f-strings, `%s`, `.format` and the arguments of a log call are looked at, also through a name or, of iterators, an
attribute. Where the repr is asked for (`repr`, `!r`, `%r`), where `range(0, 5)` stands in an error or a log, and where the text is compared
with a written one, it is silent.

The fix puts `list(…)` around it. It is unsafe: the items are made, and an iterator is used up.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

SHOWS = {
    "range": "range(…)",
    "count": "count(…)",
    "repeat": "repeat(…)",
    "generator": "<generator object … at 0x…>",
    **dict.fromkeys(
        ("iterator", "reversed", "iter", "finditer", "walk", "scandir", "iglob", "reader", "from_iterable"), "<… object at 0x…>"
    ),
}


@rule("PIT504", "str-of-lazy-iterable", level=Level.WARNING, on=ast.Module, fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.lazies import lazy_texts

    for found in lazy_texts(module):
        from flake8_pitfalls.text.excerpt import excerpt

        text = written(found.value) or SHOWS.get(found.kind, f"<{found.kind} object at 0x…>")
        value = excerpt(module.source.segment(found.value), 50)
        message = f"`{value}` is lazy, and {found.by} shows `{text}`, none of its items: put `list(…)` around it"
        yield Hit(found.where, message, partial(fix, found.value, module))


def written(value: ast.expr) -> str:
    """The text that a `range` of written numbers shows; "" for anything else."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "range" and not value.keywords:
        numbers = [item.value for item in value.args if isinstance(item, ast.Constant) and type(item.value) is int]
        if 1 <= len(numbers) == len(value.args) <= 3 and numbers[2:] != [0]:
            return repr(range(*numbers))
    return ""


def fix(value: ast.expr, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.edits import is_in_own_text

    if module.names.deciding("list", module.names.scope(value)) is not None or is_in_own_text(module, value):
        return None
    start, end = module.source.span(value)
    shares_brackets = isinstance(value, ast.GeneratorExp) and module.source.text[max(0, start - 1)].isidentifier()
    before, after = ("(list", ")") if shares_brackets else ("list(", ")")
    return Fix("Show the items", (Edit(Span(start, start), before), Edit(Span(end, end), after)), Safety.UNSAFE)
