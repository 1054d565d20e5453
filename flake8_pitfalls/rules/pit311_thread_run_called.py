"""`run()` of a Thread or Process does its work right here; only `start()` makes a thread or process that does it.

```python bad
import threading

def work() -> None:
    print(threading.current_thread().name)

thread = threading.Thread(target=work)
thread.run()
```

```python good
import threading

def work() -> None:
    print(threading.current_thread().name)

thread = threading.Thread(target=work)
thread.start()
```

```python ok
import threading

class Loud(threading.Thread):
    def run(self) -> None:
        print("begin")
        super().run()

Loud(target=print).start()
```

The fix is unsafe: nobody waits for the thread that it starts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule


@rule("PIT311", "thread-run-called", level=Level.WARNING, on=ast.Call, words=("run",), fixes=Safety.UNSAFE)
def check(node: ast.Call, module: Module) -> Iterator[Hit]:
    function = node.func
    if not isinstance(function, ast.Attribute) or function.attr != "run" or node.args or node.keywords:
        return
    from flake8_pitfalls.facts.guards import in_test
    from flake8_pitfalls.facts.threads.threads import is_in_run, made_of
    from flake8_pitfalls.knowledge.threads import WORKERS

    if is_own(function.value, module) or not module.values.certain(function.value, lambda value: made_of(value, module) in WORKERS):
        return
    if is_started_beside(node, function.value, module) or is_in_run(node, module) or in_test(node, module):
        return
    kind = next(iter({made_of(value, module).rpartition(".")[2] for value in module.values.of(function.value)}))
    what = "process" if kind == "Process" else "thread"
    text = module.source.segment(function.value)
    message = f"`{text}.run()` works in the {what} that calls it; a {what} of its own comes only from `{text}.start()`"
    yield Hit(node, message, partial(fix, function, module))


def fix(function: ast.Attribute, module: Module) -> Fix:
    end = module.source.span(function).end
    return Fix("Start it", (Edit(Span(end - len("run"), end), "start"),), Safety.UNSAFE)


def is_started_beside(call: ast.Call, worker: ast.expr, module: Module) -> bool:
    """Whether the same function starts it on another branch: then running it in place is a choice."""
    from flake8_pitfalls.facts.guards import exclusive, left_before

    text, function = ast.dump(worker), module.index.function(call)
    starts = [
        node for node in module.places.attributes("start") if module.index.function(node) is function and ast.dump(node.value) == text
    ]
    return any(exclusive(call, node, module) or left_before(call, node, module) or left_before(node, call, module) for node in starts)


def is_own(node: ast.expr, module: Module) -> bool:
    """Whether a method's own object is meant: `self.run()` in a `start` that runs in place is meant so, `super().run()` extends."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super":
        return True
    binding = module.names.only(node)
    if binding is None or binding.kind != "parameter":
        return False
    arguments = module.index.parents[binding.node]
    function = module.index.parents[arguments]
    first = [*arguments.posonlyargs, *arguments.args][:1]  # type: ignore[attr-defined]
    return isinstance(module.index.parents.get(function), ast.ClassDef) and first == [binding.node]
