r"""A quantifier in an f-string is a replacement field: `rf"\d{6}"` builds the pattern `\d6`.

In an f-string, braces hold an expression. `{6}` is the number 6, so its text stands in the pattern and nothing is repeated; `{2,3}` is a
tuple, whose text `(2, 3)` is even a group. The pattern compiles, and matches something else.

```python bad
import re

def reports(key: str) -> re.Pattern[str]:
    return re.compile(rf"{key}_\d{6}\.xlsx")
```

```python good
import re

def reports(key: str) -> re.Pattern[str]:
    return re.compile(rf"{key}_\d{{6}}\.xlsx")
```

```python ok
import re

def code(key: str) -> re.Pattern[str]:
    print(f"{key} {6}")
    return re.compile(rf"{key}_\d{{6}}|{6}\.xlsx")
```

Only a field after something that can be repeated counts, in a text that is followed to whoever takes it as a pattern (`re`, `regex`,
pandas, Django, pydantic and more; through names, parameters, containers and other modules), or that can be nothing but a pattern.
The fix doubles the braces; it drops blanks and underscores inside them, which `re` would take for plain text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.pattern import lazy

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.patterns.quantifiers import Lost

A_NUMBER_IN_BRACES = lazy(r"\{(?<![^\\][(\[|^]\{)[ \t]*(?:\([ \t]*)?\d[\d_]*[ \t]*(?:,[ \t\d_]*)?\)?[ \t]*\}")

PREFIXES = frozenset({"f", "F", "rf", "rF", "Rf", "RF", "fr", "fR", "Fr", "FR"})


@rule(
    "PIT101",
    "fstring-regex-quantifier",
    level=Level.ERROR,
    on=ast.JoinedStr,
    words=(PREFIXES,),
    text=A_NUMBER_IN_BRACES,
    fixes=Safety.SAFE,
    light=True,
)
def check(node: ast.JoinedStr, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.patterns.losable import may_lose

    if not may_lose(node, module):
        return
    for lost in module.quantifiers.lost(node):
        if lost.kind == "literal":
            yield Hit(lost.field.span, message(lost, module), partial(fix, lost, module))


def fix(lost: Lost, module: Module) -> Fix:
    opening, closing = module.quantifiers.doubled(lost)
    return Fix("Double the braces", (Edit(lost.field.span, f"{opening}{lost.place.hole.numbers}{closing}"),), Safety.SAFE)


def message(lost: Lost, module: Module) -> str:
    from flake8_pitfalls.facts.patterns.wording import excerpt, meant, one_and

    start, end = lost.field.span
    hole, atom = lost.place.hole, lost.place.before
    assert atom is not None
    what = one_and(lost.pattern, atom, hole.built) if hole.built[0] != "(" else f"a group for the text `{hole.built[1:-1]}`"
    return (
        f"`{module.source.text[start:end]}` is a replacement field: the pattern is {excerpt(lost.pattern, lost.place)}, {what},"
        f" not {meant(lost.pattern, atom, hole.numbers)}; write `{{{{{hole.numbers}}}}}`"
    )
