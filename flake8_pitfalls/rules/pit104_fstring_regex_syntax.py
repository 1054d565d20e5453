r"""`rf"\d{,3}"` does not parse: the quantifier is a replacement field, and `,3` is no expression.

flake8 runs no plugin on a file that does not parse; `pitfalls-fix` and the editor find the place and repair it.

```python bad
import re

def number(key: str) -> re.Pattern[str]:
    return re.compile(rf"{key}\d{,3}$")
```

```python good
import re

def number(key: str) -> re.Pattern[str]:
    return re.compile(rf"{key}\d{{,3}}$")
```

```python ok
import re

def number(key: str) -> re.Pattern[str]:
    return re.compile(rf"{key}\d{{,3}}|" r"\d{,3}$")
```

`{,}` and numbers with a leading zero, such as `{06}`, do not parse either. The fix doubles the braces. In `{,n}` it keeps the inner ones
for the value, `{{,{n}}}`, and is unsafe, since nothing shows what `n` is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.pattern import lazy

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.patterns.broken import Unparsed

NO_EXPRESSION = lazy(r"\{[ \t]*(?:,[ \t\w.]*\}|0\d|\d+[ \t]*,[ \t]*0)")


@rule("PIT104", "fstring-regex-syntax", level=Level.ERROR, on=SyntaxError, text=NO_EXPRESSION, fixes=Safety.SAFE)
def check(error: SyntaxError, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.patterns.broken import Mended, unparsed

    for found in unparsed(Mended(module)):
        yield Hit(found.field.span, message(found, module), partial(fix, found))


def fix(found: Unparsed) -> Fix:
    safety = Safety.UNSAFE if "{" in found.meant else Safety.SAFE
    return Fix("Double the braces", (Edit(found.field.span, "{{" + found.meant + "}}"),), safety)


def message(found: Unparsed, module: Module) -> str:
    from flake8_pitfalls.facts.patterns.wording import atom_text

    start, end = found.field.span
    return (
        f"`{module.source.text[start:end]}` is a replacement field that holds no expression, so Python cannot parse this file:"
        f" to repeat {atom_text(found.pattern, found.atom)}, write `{{{{{found.meant}}}}}`"
    )
