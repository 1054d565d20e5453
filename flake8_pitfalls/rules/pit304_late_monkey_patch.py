"""A monkey patch changes modules, not the names and objects that were taken from them before.

`from time import sleep` binds the old function; `monkey.patch_all()` after it gives `time.sleep` another one, and `sleep` goes on
stopping every greenlet. A lock or a socket that was made before stays an old one. `import time` before the patch is harmless: the module
is changed in place.

```python bad
from time import sleep

import gevent
from gevent import monkey

monkey.patch_all()


def work():
    sleep(1)


gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
```

```python good
from gevent import monkey

monkey.patch_all()
from time import sleep

import gevent


def work():
    sleep(1)


gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
```

```python ok
import time
from subprocess import run

import gevent
from gevent import monkey

monkey.patch_all()


def work():
    time.sleep(1)
    run(["true"])


gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
```

The fix moves the patch, with the import that it needs, before everything but the docstring and `from __future__`. It is unsafe, since
what stood between runs patched from then on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Related, Safety, rule
from flake8_pitfalls.text.pattern import Holds

if TYPE_CHECKING:
    from flake8_pitfalls.facts.greenlets.patches import LatePatch

PATCHES = Holds("patch", "gevent", "eventlet", "monkey", "green", "Green", "grequests", "locust")


@rule("PIT304", "late-monkey-patch", level=Level.ERROR, on=ast.Module, text=PATCHES, fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.greenlets.imports import may_patch

    if not may_patch(module):
        return
    for late in module.late_patches.found():
        yield Hit(late.where, message(late, module), partial(fix, late, module), related(late, module))


def fix(late: LatePatch, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.green import move_first

    return move_first(late, module)


def message(late: LatePatch, module: Module) -> str:
    what = f"`{module.source.segment(late.where)}` " + ("patches" if isinstance(late.where, ast.Call) else "brings the patch")
    if late.held is not None:
        name, frame = late.held
        place = f" (line {frame.line})" if frame is not None and frame.module == module.dotted else ""
        return (
            f"{what} after `{name}` was imported{place}, which holds the old `ssl.SSLContext`: gevent warns, and TLS may fail; patch first"
        )
    if late.ran is not None:
        handover, reached = late.ran
        return (
            f"{what} after the greenlets of `{handover.label}` (line {handover.line}) have run, which wait in `{reached.name}`: patch first"
        )
    capture = late.capture
    assert capture is not None
    place = (
        f"line {capture.line}"
        if capture.module == module.dotted
        else f"{capture.module}, line {capture.line}"
        if capture.line
        else capture.module
    )
    if capture.is_object:
        return f"{what} after `{capture.shown}` was made ({place}): a `{capture.name}` of before {capture.late.then}; patch first"
    return f"{what} after `{capture.shown}` was bound to `{capture.name}` ({place}): it {capture.late.then}; patch first"


def related(late: LatePatch, module: Module) -> tuple[Related, ...]:
    """What came before, and where the patch itself stands."""
    found = []
    if late.capture is not None and late.capture.line is not None:
        verb = "made" if late.capture.is_object else "bound"
        found.append(place(late.capture.module, late.capture.line, 1, f"`{late.capture.shown}` is {verb} here, before the patch", module))
    elif late.held is not None and late.held[1] is not None:
        found.append(
            place(late.held[1].module, late.held[1].line, late.held[1].column, f"{late.held[0]} is imported here, before the patch", module)
        )
    elif late.ran is not None:
        handover = late.ran[0]
        found.append(place(handover.module, handover.line, handover.column, "spawned here, before the patch", module))
    last = late.patch.frames[-1]
    if last is not late.frame:
        found.append(place(last.module, last.line, last.column, "patches here", module))
    return tuple(found)


def place(dotted: str, line: int, column: int, text: str, module: Module) -> Related:
    view = module.project.view(dotted)
    return Related("" if dotted == module.dotted or view is None else view.path, line, column, text)
