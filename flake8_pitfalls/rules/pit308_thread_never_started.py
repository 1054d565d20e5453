"""A Thread, Process or Timer does nothing until `start()` is called; one that is only made is work that never happens.

```python bad
import threading

def refresh() -> None:
    print("fresh")

refresher = threading.Thread(target=refresh)
print(refresher.is_alive())
```

```python ok
import threading

def refresh() -> None:
    print("fresh")

workers = [threading.Thread(target=refresh) for _ in range(3)]
for worker in workers:
    worker.start()
```

The object is followed through names, attributes, lists, loops and the helpers of its module. Where it leaves the module, or where its
class may start it by itself, nothing is said. There is no fix: only its author knows where it was to be started.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.threads.journeys import Use

STARTERS = frozenset(("start", "_bootstrap", "_bootstrap_inner", "_popen"))


@rule(
    "PIT308",
    "thread-never-started",
    level=Level.ERROR,
    on=ast.Module,
    words=(frozenset(("Thread", "Timer", "Process", "threading", "multiprocessing", "is_alive", "daemon")),),
)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.guards import in_test, wanted_to_fail
    from flake8_pitfalls.facts.threads.threads import is_in_run, is_plain_worker, made_of
    from flake8_pitfalls.facts.values import Cls

    for call, value in module.threads.made.items():
        if not is_plain_worker(value, module) or not (call.args or call.keywords or isinstance(value.of, Cls)):
            continue  # `Thread()` without a target only keeps a place
        if is_started_nearby(call, module):
            continue
        journey = module.threads.journey(call)
        if journey.escaped is not None or any(
            starts(use, module) or (use.name == "run" and (is_in_run(use.node, module) or in_test(use.node, module)))
            for use in journey.uses
        ):
            continue
        if not any(
            wanted_to_fail(use.node, module) or is_asserted(use.node, module) or use.name == "builtins.type" for use in journey.uses
        ):
            kind = made_of(value, module).rpartition(".")[2]
            called = sorted(name for name in journey.attributes() if name in ("join", "run", "is_alive", "terminate", "cancel"))
            seen = f"; it is only asked for `{'`, `'.join(called)}`" if called else ""
            text = module.source.segment(call.func)
            never = "nothing runs beside the rest" if "run" in called else "it never runs"
            yield Hit(call, f"`{text}(…)` makes a {kind} that nothing starts{seen}: {never}, call `start()` on it")


def is_started_nearby(call: ast.Call, module: Module) -> bool:
    """A cheap yes for nearly all: it is started where it is made, or by the name that it gets there."""
    from flake8_pitfalls.facts.guards import last_word

    parents, places = module.index.parents, module.places
    parent = parents[call]
    named: list[ast.AST] = [call]
    for target in parent.targets if isinstance(parent, ast.Assign) else ():
        if isinstance(target, ast.Name) and target in places.bindings:
            named += places.reads(places.bindings[target])
        elif isinstance(target, ast.Attribute) and last_word(target.value) == "self":
            named += [read for read in places.attributes(target.attr) if last_word(read.value) == "self"]
    uses = [use for use in map(parents.__getitem__, named) if isinstance(use, ast.Attribute) and isinstance(use.ctx, ast.Load)]
    return any(use.attr in STARTERS and not is_dropped(use, module) for use in uses)


def starts(use: Use, module: Module) -> bool:
    """Whether a use starts it; a bare `thread.start` does not."""
    return use.kind == "attribute" and use.name in STARTERS and not is_dropped(use.node, module)


def is_dropped(node: ast.AST, module: Module) -> bool:
    """Whether an attribute is a statement of its own."""
    return isinstance(node, ast.Attribute) and isinstance(module.index.parent(node), ast.Expr)


def is_asserted(node: ast.AST, module: Module) -> bool:
    """Whether a test looks at an attribute of a thread that it made for that."""
    from flake8_pitfalls.facts.guards import last_word

    return any(
        isinstance(around, ast.Assert) or (isinstance(around, ast.Call) and last_word(around.func).startswith("assert"))
        for around in module.index.ancestors(node)
    )
