"""A `# noqa: PIT…` that hides nothing: what it was written for is gone, or flake8 looks for it on another line.

A comment that has outlived its finding hides the next one, too. flake8 reads the comment of the line on which a finding begins, and
reads codes in capitals only; a comment on the closing bracket, or in small letters, hides nothing.

Only our own codes are looked at, and only those that this run looks for: where `PIT201` is not selected, nothing is said of it. A
comment without codes, and those of other plugins, are left alone.

```python bad
def is_full(count: int) -> bool:
    return count == 257  # noqa: PIT201, E501
```

```python good
def is_full(count: int) -> bool:
    return count == 257  # noqa: E501
```

```python ok
def is_full(count: int) -> bool:
    return count is 257  # noqa: PIT201
```

The fix takes the codes out, and the comment where no code is left; what else it says stays. There is none where the comment was meant
for a finding that is still there: put it where flake8 looks for it, or repair what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import RULES, Finding, Fix, Hit, Judged, Level, Safety, rule
from flake8_pitfalls.text.pattern import lazy

if TYPE_CHECKING:
    from flake8_pitfalls.text.noqa import Comment

NAMES_US = lazy(r"# noqa:\s?[^\n]*PIT", re.IGNORECASE)
OURS = lazy(r"PIT\d+", re.IGNORECASE)
NEVER_HIDDEN = ("PIT000", "PIT001")


@rule("PIT001", "unused-noqa", level=Level.NOTE, on=Judged, text=NAMES_US, default=False, fixes=Safety.SAFE)
def check(judged: Judged, module: Module) -> Iterator[Hit]:
    """The comments of which some of our codes hide nothing."""
    if any(one.code == "PIT000" for one in judged.findings):
        return  # what the rule that failed would have found, nobody knows
    from flake8_pitfalls.text.noqa import Noqa

    for comment in Noqa(module.source).comments:
        idle = [(code, *why(code, comment, judged, module)) for code, _ in comment.codes]
        reasons = list(dict.fromkeys(reason for _, reason, _ in idle if reason))
        if reasons:
            codes = {code for code, reason, _ in idle if reason}
            astray = any(meant for *_, meant in idle)
            yield Hit(comment.span, "; ".join(reasons), None if astray else partial(taken_out, comment, codes, module))


def lines(finding: Finding, module: Module) -> tuple[int, int]:
    """The lines of the whole text that a finding begins and ends on."""
    return module.source.position(finding.span.start)[0], module.source.position(finding.span.end)[0]


def taken_out(comment: Comment, codes: set[str], module: Module) -> Fix:
    """The fix."""
    from flake8_pitfalls.fixing.noqa import without

    return without(comment, codes, module.source)


def why(code: str, comment: Comment, judged: Judged, module: Module) -> tuple[str, bool]:
    """Why a code of a comment hides nothing, "" where it hides something, is not ours, or was not looked for; and whether it was meant
    for a finding that is there."""
    begin = code.upper()
    if not OURS.fullmatch(code) or any(one.startswith(begin) for one in NEVER_HIDDEN):
        return "", False
    known = [one for one in RULES if one.startswith(begin)]
    if not known:
        return f"`{code}` hides nothing: no code of ours begins so", False
    if not judged.codes.issuperset(known):
        return "", False
    found = [lines(one, module) for one in judged.findings if one.code.startswith(begin)]
    here = any(comment.first <= line <= comment.last for line, _ in found)
    if here:
        return ("", False) if code == begin else (f"`{code}` hides nothing: flake8 reads codes in capitals only, `{begin}`", True)
    starts = next((line for line, end in found if line < comment.first <= end), 0)
    if starts:
        return f"`{code}` hides nothing here: the finding begins on line {starts}, and flake8 looks for the comment there", True
    return f"`{code}` hides nothing: no such finding begins on this line", False
