"""A method that is only named is not called: the statement does nothing, the text shows `<bound method …>`, the test is always true.

```python bad
import threading

def work() -> None:
    print("work")

worker = threading.Thread(target=work)
worker.start
worker.start()
worker.join()
```

```python good
import threading

def work() -> None:
    print("work")

worker = threading.Thread(target=work)
worker.start()
worker.start()
worker.join()
```

```python ok
import threading

class Cart:
    def __init__(self, prices: list[int]) -> None:
        self.prices = prices

    @property
    def total(self) -> int:
        return sum(self.prices)

cart = Cart([1, 2, 3])
cart.total
print(f"{cart.total} in {threading.current_thread().name}")
```

It is said only where the object's class is known and has a plain method of that name: a property, a data attribute, an object of unknown
class and a `try` that looks whether an attribute is there stay silent, and so does a test of a method that cannot be called without
arguments. The fix adds `()`; it is unsafe, for then the method runs. Of `run` of a thread or process there is none: called, it runs
here and not beside the rest, which is PIT311.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

SPOKEN = {"dropped": "does nothing", "text": "shows `<bound method …>`, not what it gives", "test": "is always true"}


@rule("PIT307", "method-not-called", level=Level.ERROR, on=ast.Module, fixes=Safety.UNSAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.bare_attributes import bare_attributes

    for attribute, how in bare_attributes(module):
        from flake8_pitfalls.facts.uncalled import is_probe, is_uncalled_method, span_of

        if not is_uncalled_method(attribute, module, needs_no_arguments=how == "test") or is_probe(attribute, how, module):
            continue
        if how == "dropped" and module.cells.shows(module.index.parent(attribute)):
            how = "text"
        span = span_of(attribute, module)
        if span is not None:
            text = module.source.text[span.start : span.end]
            yield Hit(span, f"`{text}` is the method itself and {SPOKEN[how]}: call it, `{text}()`", partial(fix, attribute, span, module))


def fix(attribute: ast.Attribute, span: Span, module: Module) -> Fix | None:
    from flake8_pitfalls.facts.threads.threads import made_of
    from flake8_pitfalls.knowledge.threads import WORKERS

    if attribute.attr == "run" and module.values.certain(attribute.value, lambda value: made_of(value, module) in WORKERS):
        return None
    return Fix("Call the method", (Edit(Span(span.end, span.end), "()"),), Safety.UNSAFE)
