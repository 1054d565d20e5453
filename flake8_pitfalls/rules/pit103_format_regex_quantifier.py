r"""A quantifier in a `.format` template is taken for a field: `r"\d{6}_{}".format(x)` raises, or builds another pattern.

`{6}` asks for the seventh argument (IndexError, or ValueError beside `{}`), `{2,3}` for a keyword of that name (KeyError). Where there
are enough arguments nothing is raised, and the pattern is silently wrong.

```python bad
import re

def report(key: str) -> re.Pattern[str]:
    return re.compile(r"^{0}_\d{6}$".format(key))
```

```python good
import re

def report(key: str) -> re.Pattern[str]:
    return re.compile(r"^{0}_\d{{6}}$".format(key))
```

```python ok
import re

def archive(name: str, version: int) -> re.Pattern[str]:
    return re.compile(r"^{0}-v{1}\.zip$".format(name, version))
```

The fix doubles the braces. There is none where the same text is also used without `.format`, which needs single ones.
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
    from flake8_pitfalls.facts.patterns.templates import Taken

NUMBERS_IN_BRACES = lazy(r"\{(?:(?<=\\\S\{)|(?<=[^\s\"'(\[{|^*+?]\{))[ \t]*(?:\d[\d_]*[ \t]*(?:,[ \t\d_]*)?|,[ \t]*\d*[ \t]*)\}")

IN_A_TEXT = lazy(r"\{[ \t]*[\d,]")


@rule(
    "PIT103",
    "format-regex-quantifier",
    level=Level.ERROR,
    on=ast.Module,
    words=(frozenset({"format", "format_map"}),),
    text=NUMBERS_IN_BRACES,
    fixes=Safety.SAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    if not any(isinstance(part.value, str) and IN_A_TEXT.search(part.value) for part in module.index.of(ast.Constant)):  # type: ignore[attr-defined]
        return  # the braces that the text was let through for stand in code, or in an f-string
    from flake8_pitfalls.facts.patterns.templates import taken

    for found in taken(module):
        yield Hit(found.span, message(found, module), partial(fix, found))


def fix(found: Taken) -> Fix | None:
    if not found.fixable:
        return None
    return Fix("Double the braces", (Edit(found.span, f"{{{{{found.meant}}}}}"),), Safety.SAFE)


def message(found: Taken, module: Module) -> str:
    from flake8_pitfalls.facts.patterns.wording import meant

    start, end = found.span
    written = module.source.text[start:end]
    assert found.place.before is not None
    if found.why == "key":
        what = f"`.format` looks `{written[1:-1]}` up as a keyword and raises KeyError"
    elif found.why == "mixed":
        what = "`.format` raises ValueError, since numbered fields cannot stand beside `{}`"
    elif found.why == "index":
        given = len(found.given)
        what = f"`.format` raises, since it asks for argument {found.meant} (counted from 0) of {given or 'none'}"
    else:
        argument = module.source.segment(found.given[int(found.meant)])
        what = f"`.format` puts argument {found.meant}, `{argument}`, there"
    wanted = meant(found.pattern, found.place.before, found.meant)
    return f"`{written}` is a field of the template: {what}; for {wanted} write `{{{{{found.meant}}}}}`"
