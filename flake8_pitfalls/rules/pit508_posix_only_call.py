"""`os.getuid` and its kin are not there on Windows: the program ends in AttributeError, without a word about Windows before.

```python bad
import os


def owner():
    return os.getuid()
```

```python ok
import os
import sys


def owner():
    if sys.platform == "win32":
        return None
    return os.getuid()
```

Tests of `sys.platform`, `os.name`, `platform.system()` and `hasattr` are read as Windows would, also by a name that is bound to one, in an
`assert`, a decorator that skips, a way out before the call, and a `try` that catches AttributeError. `from os import getuid` fails at the
import, so it is reported there. A file whose path says `posix` or `unix` is silent.

Off by default: much code is meant for POSIX alone. There is no fix.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.knowledge.posix import WORDS
from flake8_pitfalls.model import Hit, Level, rule
from flake8_pitfalls.text.pattern import lazy

MEANT_FOR_POSIX = lazy(r"(?i)(?:^|[\\/_.])(?:unix|posix|linux|darwin|macos|bsd)(?:[\\/_.]|$)")


@rule(
    "PIT508",
    "posix-only-call",
    level=Level.WARNING,
    on=ast.Module,
    words=(frozenset(("os", "signal", "time")), WORDS),
    default=False,
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.platforms import is_kept_from_windows, posix_only_uses

    if MEANT_FOR_POSIX.search("/".join(re.split(r"[\\/]", module.path)[-2:])):
        return
    for where, name in posix_only_uses(module, WORDS.__contains__):
        if not is_kept_from_windows(where, module):
            error = "ImportError" if isinstance(where, ast.alias) else "AttributeError"
            yield Hit(where, f"Windows has no `{name}`: this line ends in {error} there; guard it by `sys.platform`, or by `hasattr`")
