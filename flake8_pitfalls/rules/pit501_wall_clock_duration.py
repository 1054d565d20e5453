"""`time.time()` tells the time of day; the difference of two readings is a duration only as long as nobody sets the clock.

NTP, a user, a virtual machine that wakes up: each may move the wall clock between the readings, back or forth, and the duration comes
out wrong or negative. `time.perf_counter()` never goes back and is not set.

```python bad
import time


def measure(task):
    start = time.time()
    task()
    return time.time() - start
```

```python good
import time


def measure(task):
    start = time.perf_counter()
    task()
    return time.perf_counter() - start
```

```python ok
import os
import time


def age(path):
    return time.time() - os.stat(path).st_mtime
```

Only differences are reported of which both sides are such readings, kept in names or in attributes that hold nothing else. A reading that
is compared with a file's time, or that gives a deadline, is what the wall clock is for; and who compares the two before they are subtracted
knows that the clock may go back.

The fix changes all readings that belong together, or none: it is there where each of them is used for nothing but such differences (not
printed, stored, sent, returned). It is unsafe where a reading is kept in a public attribute, which other code may read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule
from flake8_pitfalls.text.gate import InCode
from flake8_pitfalls.text.pattern import may_follow

SHOWN_LINES = 4


def is_taken(text: str, start: int, end: int) -> bool:
    """Whether the `time` at a place may be an attribute, or the module in a `from` import."""
    return may_follow((".", "from"), text, start)


WALL_CLOCK = InCode(r"time\b(?<!\wtime)", is_taken)


@rule(
    "PIT501",
    "wall-clock-duration",
    level=Level.WARNING,
    on=(ast.BinOp, ast.AugAssign),
    words=("time",),
    text=WALL_CLOCK,
    fixes=Safety.SAFE,
)
def check(node: ast.BinOp | ast.AugAssign, module: Module) -> Iterator[Hit]:
    if not isinstance(node.op, ast.Sub):
        return
    from flake8_pitfalls.facts.clocks.clocks import difference, is_guarded
    from flake8_pitfalls.text.excerpt import excerpt

    found = difference(node, module)
    if found is not None and not is_guarded(node, module):
        lines = sorted({call.lineno for one in found.reads for call in one.calls})
        message = (
            f"`{excerpt(module.source.segment(node))}` subtracts two readings of `time.time()` ({numbered(lines)}): the wall clock may be"
            " set or stepped in between, and the duration comes out wrong or negative: use `time.perf_counter()`"
        )
        yield Hit(node, message, partial(fix, node, module))


def numbered(lines: list[int]) -> str:
    shown = [str(line) for line in lines[:SHOWN_LINES]] + ["…"] * (len(lines) > SHOWN_LINES)
    if len(shown) == 1:
        return f"line {shown[0]}"
    return f"lines {', '.join(shown[:-1])} and {shown[-1]}"


def fix(node: ast.BinOp | ast.AugAssign, module: Module) -> Fix | None:
    from flake8_pitfalls.facts.clocks.clock_uses import Together
    from flake8_pitfalls.facts.clocks.clocks import difference
    from flake8_pitfalls.fixing.edits import is_in_own_text

    found = difference(node, module)
    together = Together(module, found) if found is not None else None
    if together is None or not together.follow() or any(is_in_own_text(module, call) for call in together.calls):
        return None
    edits: dict[Edit, None] = {}
    by_name: dict[str, list[ast.Call]] = {}
    for call in together.calls:
        if isinstance(call.func, ast.Attribute):
            end = module.source.span(call.func).end
            if module.source.text[end - len("time") : end] != "time":
                return None  # the name in another Unicode form
            edits[Edit(Span(end - len("time"), end), "perf_counter")] = None
        elif isinstance(call.func, ast.Name):
            by_name.setdefault(call.func.id, []).append(call)
    for name, calls in by_name.items():
        more = renamed(name, calls, module)
        if more is None:
            return None
        edits.update(dict.fromkeys(more))
    safety = Safety.UNSAFE if together.public else Safety.SAFE
    return Fix("Measure with `time.perf_counter()`", tuple(sorted(edits)), safety)


def renamed(name: str, calls: list[ast.Call], module: Module) -> Iterable[Edit] | None:
    """The edits for readings by a name that `from time import time` gave; the import itself changes if nothing else uses it."""
    from flake8_pitfalls.fixing.edits import ensure_from_import

    functions = [call.func for call in calls]
    there = [ensure_from_import(module, "time", "perf_counter", call) for call in calls]
    binding = module.names.only(functions[0])
    if binding is None or any(module.names.only(function) is not binding for function in functions[1:]):
        return None
    alias = binding.node
    if not isinstance(alias, ast.alias) or not isinstance(module.index.parent(alias), ast.ImportFrom):
        return None
    alone = set(module.origins.loads(name, binding.scope)) == set(functions)
    is_there = all(one is not None and not one.edits for one in there)
    if alone and not is_there and not (binding.scope.is_module and name in (module.project.own.names or ()) and shared(name, module)):
        start = module.source.span(alias).start
        edit = Edit(Span(start, start + len(alias.name)), "perf_counter")
        if alias.asname is not None:
            return [edit]
        if all(one is not None and one.name == "perf_counter" for one in there):
            return [edit, *[Edit(module.source.span(function), "perf_counter") for function in functions]]
        return None
    edits: list[Edit] = []
    for function, imported in zip(functions, there, strict=True):
        if imported is None:
            return None
        edits += [Edit(module.source.span(function), imported.name), *imported.edits]
    return edits


def shared(name: str, module: Module) -> bool:
    """Whether another module of the project may import this name from here."""
    from flake8_pitfalls.facts.places import know

    project = module.project
    return know((project.files.text(path) or "" for path in project.importers()), name)
