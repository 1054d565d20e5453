"""`dropna(axis=1)` before a `pd.concat` throws away more than the columns without values: any column with one NA in it goes.

It is the usual advice against pandas' FutureWarning on all-NA columns. Without `how="all"` it drops values, and the concat fills the
gap with NaN:

```python bad
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a.dropna(axis=1), b]))
```

```python good
import pandas as pd

a = pd.DataFrame({"id": [1, 2], "x": [1.5, None]})
b = pd.DataFrame({"id": [3, 4], "x": [2.5, 3.5]})
print(pd.concat([a.dropna(axis=1, how="all"), b]))
```

With `how="all"`, a column that is all NA in every part is gone from the result; such parts have one dtype, and never were warned of:

```python bad
import pandas as pd

a = pd.DataFrame({"id": [1], "note": [None]}).dropna(axis=1, how="all")
b = pd.DataFrame({"id": [2], "note": [None]}).dropna(axis=1, how="all")
print(pd.concat([a, b]))
```

```python good
import pandas as pd

a = pd.DataFrame({"id": [1], "note": [None]})
b = pd.DataFrame({"id": [2], "note": [None]})
print(pd.concat([a, b]))
```

A column that has values in another part comes back, and what is put back by `reindex` is not lost:

```python ok
import pandas as pd

a = pd.DataFrame({"id": [1], "x": [None], "note": [None]})
b = pd.DataFrame({"id": [2], "x": [0.5], "note": [None]})
print(pd.concat([d.dropna(axis=1, how="all") for d in (a, b)]).reindex(columns=["id", "x", "note"]))
```

To keep complete columns only is a legitimate wish, and only you know it: the fix is unsafe.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Fix, Hit, Level, Related, Safety, rule
from flake8_pitfalls.text.source import Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.frames.base import Loss


@rule(
    "PIT402",
    "concat-dropna-trap",
    level=Level.WARNING,
    on=ast.Module,
    words=("concat", "dropna", frozenset({"pandas", "pd"})),
    fixes=Safety.UNSAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    groups: dict[ast.Call, list[Loss]] = {}
    for loss in module.frames.losses:
        groups.setdefault(loss.where, []).append(loss)
    for where, losses in groups.items():
        yield Hit(place(where, module), message(losses, module), partial(fix, losses, module), related(losses))


def place(where: ast.Call, module: Module) -> ast.AST | Span:
    """The call, or where it stands in a chain of calls over several lines the part of it from its method's name on."""
    line = line_of(where)
    if line == where.lineno:
        return where
    whole, name = module.source.span(where), module.source.span(where.func)
    return Span(name.end - len(where.func.attr), whole.end)  # type: ignore[attr-defined]


def line_of(call: ast.Call) -> int:
    """The line on which the method's name stands."""
    return (call.func.end_lineno or call.lineno) if isinstance(call.func, ast.Attribute) else call.lineno


def fix(losses: list[Loss], module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.concat import breaks_assertion
    from flake8_pitfalls.fixing.dropna import fix_columns, fix_values

    found = fix_values(losses[0].dropna, module) if losses[0].had_values else fix_columns(losses, module)
    return found if found is not None and not breaks_assertion(found, module) else None


def message(losses: list[Loss], module: Module) -> str:
    from flake8_pitfalls.facts.frames.wording import line, listed, shown

    first = losses[0]
    names = listed(list(dict.fromkeys(shown(loss.label) for loss in losses)))
    many = len({repr(loss.label) for loss in losses}) > 1
    it, verb = ("them", "are") if many else ("it", "is")
    if first.had_values:
        they = "they have" if many else "it has"
        where = f" of line {first.concat.call.lineno}" if first.concat is not None else ""
        return (
            f"`dropna(axis=1)` drops {names} with {'their' if many else 'its'} values, since {they} an NA in the part made on"
            f' {line(first.made)}: the concat{where} lacks them; `how="all"` drops only columns without any value'
        )
    lines = sorted({line_of(loss.dropna) for loss in losses})
    at = line(lines[0]) if len(lines) == 1 else listed([line(number) for number in lines])
    if first.in_others:
        return (
            f"{names} {verb} lost with the values that other parts have: `dropna` on {at} takes {it} from one part,"
            f' and `join="inner"` keeps only what all parts have; give the column a dtype there instead'
        )
    return (
        f"{names} {verb} gone from the result: no part has a value in {it}, so `dropna` on {at} takes {it} from each;"
        f" leave the `dropna` out, or put {it} back with `.reindex(columns=…)`"
    )


def related(losses: list[Loss]) -> tuple[Related, ...]:
    from flake8_pitfalls.facts.frames.wording import path

    seen = {line_of(loss.dropna) for loss in losses if loss.dropna is not loss.where}
    return tuple(Related(path(line), line, 1, "dropped here") for line in sorted(seen))
