"""A column that is empty or all NA in one part of a `pd.concat` decides the dtype from pandas 3 on; up to 2.3 it was left out.

pandas 2.1 to 2.3 warn: "The behavior of DataFrame concatenation with empty or all-NA entries is deprecated". A column of floats becomes
one of objects, and what is done with it then is slower, sorts otherwise or raises.

```python bad
import pandas as pd

scores = pd.DataFrame(columns=["gene", "score"])
for gene in ["BRCA1", "TP53"]:
    entry = pd.DataFrame({"gene": [gene], "score": [len(gene) / 7]})
    scores = pd.concat([scores, entry])
```

```python good
import pandas as pd

scores = pd.DataFrame(columns=["gene", "score"])
for gene in ["BRCA1", "TP53"]:
    entry = pd.DataFrame({"gene": [gene], "score": [len(gene) / 7]})
    scores = pd.concat([part for part in [scores, entry] if len(part)])
```

A row with a None in it is a part whose column is all NA:

```python bad
import pandas as pd

people = pd.DataFrame({"name": ["Kim"], "left": pd.to_datetime(["2023-01-31"])})
people = pd.concat([people, pd.DataFrame([{"name": "Park", "left": None}])])
```

```python good
import pandas as pd

people = pd.DataFrame({"name": ["Kim"], "left": pd.to_datetime(["2023-01-31"])})
people = pd.concat([people, pd.DataFrame([{"name": "Park", "left": None}]).astype({"left": "datetime64[ns]"})])
```

A `DataFrame()` without columns is left out in every version, and a column of ints, bools or plain strings is one of objects in each:

```python ok
import pandas as pd

table = pd.DataFrame()
for n in range(3):
    table = pd.concat([table, pd.DataFrame({"n": [n], "half": [n / 2]})])
todo = pd.concat([pd.DataFrame({"left": [None]}), pd.DataFrame({"left": [3]})])
```

Only frames whose columns are known are judged: what is read from a file, or is a parameter, is not. The fix leaves out the parts
without rows, gives a column without values the dtype of its partners, or drops it from that part: whichever keeps all columns, and
today's dtype in pandas 2 and 3. Nobody but you knows whether a column of objects was meant, so it is unsafe; with `keys=` the keys
would have to change too, so there it is yours to choose.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.model import Fix, Hit, Level, Related, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.frames.base import Report


@rule(
    "PIT401",
    "concat-empty-or-all-na",
    level=Level.WARNING,
    on=ast.Module,
    words=("concat", frozenset({"pandas", "pd"})),
    fixes=Safety.UNSAFE,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    for report in module.frames.reports:
        yield Hit(report.call, message(report, module), partial(fix, report, module), related(report, module))


def fix(report: Report, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.concat import breaks_assertion, fix_concat

    found = fix_concat(module.frames.ways(report), module)
    return found if found is not None and not breaks_assertion(found, module) else None


def message(report: Report, module: Module) -> str:
    from flake8_pitfalls.facts.frames.wording import listed, parts, shown

    first = report.changed[0]
    alike = [one for one in report.changed if one.change[1:] == first.change[1:]]
    others = len(report.changed) - len(alike)
    names = listed([shown(one.change.label) for one in alike])
    verb = "is" if len(alike) == 1 else "are"
    text = f"{names} {verb} {_dtypes(first.change.before, first.change.after, module.settings.pandas_version)}, since {parts(first)}"
    if others:
        text += f", and {others} more column{'s' if others > 1 else ''} change{'' if others > 1 else 's'} as well"
    return f"{text}; {advice(report)}"


def _dtypes(before: str, after: str, version: str) -> str:
    if version == "both":
        return f"{before} today and {after} from pandas 3 on"
    if version.partition(".")[0].isdigit() and int(version.partition(".")[0]) >= 3:
        return f"{after} here, where pandas 2 made it {before}"
    return f"{before} here, with a FutureWarning, and {after} from pandas 3 on"


def advice(report: Report) -> str:
    """What to do: as the fix does, or the choice that there is."""
    whys = {part.why for one in report.changed for part in one.parts}
    if report.keyed and not report.is_dict and "empty" in whys:
        return "leave that part and its key out, or make its columns with their dtypes"
    if "empty" in whys:
        return "leave out parts without rows, or make their columns with their dtypes"
    change = report.changed[0].change
    if change.before == "category":
        return "drop the column from that part, or give it the same categories"
    from flake8_pitfalls.fixing.concat import quoted

    return f'give the column its dtype in that part, `.astype({{{quoted(change.label)}: "{change.before}"}})`'


def related(report: Report, module: Module) -> tuple[Related, ...]:
    from flake8_pitfalls.facts.frames.wording import path, places

    return tuple(
        Related(path(part.line), part.line, 1, "made here, without rows" if part.why == "empty" else "made here, with nothing but NA")
        for part in places(report.changed)
    )
