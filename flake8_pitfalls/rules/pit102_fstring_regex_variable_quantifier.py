r"""An int in an f-string pattern puts its digits there: `rf"\d{n}"` with `n = 6` builds `\d6`, not `\d{6}`.

One pair of braces fetches the value; the braces of a quantifier must be doubled besides: `\d{{{n}}}`.

```python bad

def codes(length: int) -> re.Pattern[str]:
    return re.compile(rf"^\d{length}$")
```

```python good

def codes(length: int) -> re.Pattern[str]:
    return re.compile(rf"^\d{{{length}}}$")
```

```python ok

def chapter(number: int) -> re.Pattern[str]:
    return re.compile(rf"chapter{number}|section\s{number}")
```

Only an int right after something like a class counts (`\d`, `[0-9a-f]`, and `.` or `\s` where a pattern begins): after a word, the
number itself is what programs look for. Two bounds, `{low,high}`, are a tuple, whose text is a group: that is reported after anything
that can be repeated.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.gate import AnyOf

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.patterns.quantifiers import Lost

# A field right after a class or another field, two bounds, an f-string in a field; an f-string after a plus; a literal that begins with a
# field behind one that ends in a class.
A_FIELD_AFTER_A_CLASS = AnyOf(
    r"\{(?:(?:(?<=\\[dDwWsSXR]\{)|(?<=[\]}]\{)|(?<=[\n\r|^(:=!<>\"']\.\{))[^{}]"
    r"|\s*[fFrR]{1,2}[\"']{1,3}\{[^{}]"
    r"|(?<![\s(\[=,{:|^]\{)[^{}\n\"':,]*,[^{}\n\"':,]*\})",
    r"\+\s*[fFrR]{1,2}[\"']{1,3}\{[^{}]",
    r"[\"'](?<=[\]}.dDwWsSXR][\"'])[\"']{0,2}(?:[\s\\+()]|#[^\r\n]*[\r\n])*[fFrR]{1,2}[\"']{1,3}\{[^{}]",
)
PREFIXES = frozenset({"f", "F", "rf", "rF", "Rf", "RF", "fr", "fR", "Fr", "FR"})


@rule(
    "PIT102",
    "fstring-regex-variable-quantifier",
    level=Level.ERROR,
    on=ast.JoinedStr,
    words=(PREFIXES,),
    text=A_FIELD_AFTER_A_CLASS,
    fixes=Safety.UNSAFE,
    light=True,
)
def check(node: ast.JoinedStr, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.patterns.losable import may_lose

    if not may_lose(node, module):
        return
    for lost in module.quantifiers.lost(node):
        if lost.kind in ("count", "bounds"):
            yield Hit(lost.field.span, message(lost, module), partial(fix, lost, module))


def fix(lost: Lost, module: Module) -> Fix:
    opening, closing = module.quantifiers.doubled(lost)
    return Fix(
        "Put the quantifier's braces around the value", (Edit(lost.field.span, f"{opening}{inside(lost, module)}{closing}"),), Safety.UNSAFE
    )


def message(lost: Lost, module: Module) -> str:
    from flake8_pitfalls.facts.patterns.wording import atom_text, excerpt, meant, one_and

    field, atom, pattern = lost.field, lost.place.before, lost.pattern
    assert atom is not None
    written = module.source.text[field.span.start : field.span.end]
    advice = f"write `{{{{{inside(lost, module)}}}}}`"
    if lost.kind == "bounds":
        return (
            f"`{written}` is a tuple, and its text is a group in the pattern {excerpt(pattern, lost.place)},"
            f" so {atom_text(pattern, atom)} is not repeated; {advice}"
        )
    value = module.quantifiers.number(lost.node)
    if value is not None:
        return (
            f"`{written}` is {value}: the pattern is {excerpt(pattern, lost.place, str(value))}, {one_and(pattern, atom, str(value))},"
            f" not {meant(pattern, atom, str(value))}; {advice}"
        )
    return (
        f"`{written}` is an int whose digits stand in the pattern {excerpt(pattern, lost.place)},"
        f" so {atom_text(pattern, atom)} is not repeated; {advice}"
    )


def inside(lost: Lost, module: Module) -> str:
    """What the quantifier's braces hold: `{n}`, of a tuple `{low},{high}`."""
    field, text = lost.field, module.source.text
    if lost.kind == "count":
        return text[field.span.start : field.span.end]
    assert isinstance(lost.node, ast.Tuple)
    bounds = [str(item.value) if isinstance(item, ast.Constant) else f"{{{ast.unparse(item)}}}" for item in lost.node.elts]
    return ",".join(bounds) if len(bounds) == 2 else f"{bounds[0]},"
