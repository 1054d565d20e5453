r"""A text of unknown content is put into a pattern as it is: its `.`, `+` or `(` mean something there.

```python bad
import re

def only(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{name}$")
```

```python good
import re

def only(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(name)}$")
```

```python ok
import re

DAY = re.compile(r"\d\d?")

def line(number: int, pattern: str, word: str) -> re.Pattern[str]:
    word = re.escape(word)
    return re.compile(rf"^{number}:{DAY.pattern} {pattern} {word}$")
```

Reported are parameters annotated as `str`, input, arguments of the command line, file names, what is cut out of them, and what is joined
of a `list[str]`. Numbers, constants, what a name calls a pattern, and what is built of literal text are not. Off by default, since only its
author knows whether a text is meant as a pattern; for the same reason the fix, `re.escape`, is unsafe.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.patterns.quantifiers import Lost

PREFIXES = frozenset({"f", "F", "rf", "rF", "Rf", "RF", "fr", "fR", "Fr", "FR"})


@rule(
    "PIT105",
    "fstring-regex-unescaped-value",
    level=Level.WARNING,
    on=ast.JoinedStr,
    words=(PREFIXES,),
    default=False,
    fixes=Safety.UNSAFE,
)
def check(node: ast.JoinedStr, module: Module) -> Iterator[Hit]:
    for found in module.quantifiers.values(node):
        if not found.field.conversion and found.field.spec is None and module.contents.is_unknown_text(found.node):
            yield Hit(found.field.span, message(found, module), partial(fix, found, node, module))


def fix(found: Lost, node: ast.JoinedStr, module: Module) -> Fix | None:
    from flake8_pitfalls.facts.patterns.contents import joined_items
    from flake8_pitfalls.fixing.imports import ensure_import

    imported = ensure_import(module, "re", node)
    if imported is None:
        return None
    start, end = found.field.expression
    written = module.source.text[start:end]
    inner = written.strip()
    at = start + written.index(inner)
    if (items := joined_items(found.node)) is not None:  # each of them, not the signs between them
        part = items.elt if isinstance(items, (ast.GeneratorExp, ast.ListComp)) else items
        span, inner = module.source.span(part), module.source.segment(part)
        escaped = f"{imported.name}.escape({inner})" if part is not items else f"map({imported.name}.escape, {inner})"
    else:
        span, escaped = Span(at, at + len(inner)), f"{imported.name}.escape({inner})"
    edits = (Edit(span, escaped), *imported.edits)
    return Fix("Escape the value", edits, Safety.UNSAFE)


def message(found: Lost, module: Module) -> str:
    from flake8_pitfalls.facts.patterns.contents import joined_items
    from flake8_pitfalls.facts.patterns.wording import excerpt

    start, end = found.field.span
    written = module.source.text[start:end]
    if joined_items(found.node) is not None:
        return (
            f"`{written}` puts texts of unknown content into the pattern {excerpt(found.pattern, found.place)}, where a `.`, `+` or `(` of"
            " them means something; join what `re.escape` gives of each"
        )
    return (
        f"`{written}` puts text of unknown content into the pattern {excerpt(found.pattern, found.place)}, where a `.`, `+` or `(` of it"
        f" means something; write `{{re.escape({written[1:-1].strip()})}}`"
    )
