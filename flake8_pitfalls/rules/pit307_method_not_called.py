'''A method that is only named is not called: the statement does nothing, the text shows `<bound method …>`, the test is always true.

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
class and a `try` that looks whether an attribute is there stay silent, and so does a method that cannot be called without arguments where
it is printed or tested, for it may be meant as a function. The fix adds `()`; it is unsafe, for then the method runs.
'''

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

SPOKEN = {"dropped": "does nothing", "text": "shows `<bound method …>`, not what it gives", "test": "is always true"}


@rule(
    "PIT307",
    "method-not-called",
    level=Level.ERROR,
    on=(ast.Expr, ast.Call, ast.FormattedValue, ast.BinOp, ast.If, ast.While, ast.IfExp, ast.Assert, ast.comprehension),
    fixes=Safety.UNSAFE,
)
def check(node: ast.AST, module: Module) -> Iterator[Hit]:
    for attribute, how in candidates(node, module):
        from flake8_pitfalls.facts.uncalled import is_uncalled_method

        if is_uncalled_method(attribute, module, needs_no_arguments=how != "dropped") and not is_probe(attribute, how, module):
            span = span_of(attribute, module)
            if span is None:
                continue
            text = module.source.text[span.start : span.end]
            yield Hit(span, f"`{text}` is the method itself and {SPOKEN[how]}: call it, `{text}()`", partial(fix, span))


def fix(span: Span) -> Fix:
    return Fix("Call the method", (Edit(Span(span.end, span.end), "()"),), Safety.UNSAFE)


def candidates(node: ast.AST, module: Module) -> Iterator[tuple[ast.Attribute, str]]:
    """The bare attributes of a node whose value it drops, shows or tests."""
    if isinstance(node, ast.Expr):
        if isinstance(node.value, ast.Attribute):
            yield node.value, "dropped"
    elif isinstance(node, ast.Call):
        if any(isinstance(given, ast.Attribute) for given in node.args) and shows(node, module):
            yield from ((given, "text") for given in node.args if isinstance(given, ast.Attribute))
    elif isinstance(node, ast.FormattedValue):
        if isinstance(node.value, ast.Attribute) and node.conversion != ord("r"):
            yield node.value, "text"
    elif isinstance(node, ast.BinOp):
        yield from ((given, "text") for given in formatted(node))
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield from ((given, "test") for given in tested(test))
    else:
        yield from ((given, "test") for given in tested(node.test))  # type: ignore[attr-defined]


def formatted(node: ast.BinOp) -> list[ast.Attribute]:
    """What stands behind the `%` of a text that is written out."""
    if not isinstance(node.op, ast.Mod) or not isinstance(node.left, ast.Constant) or not isinstance(node.left.value, str):
        return []
    if "%r" in node.left.value:
        return []
    given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
    return [item for item in given if isinstance(item, ast.Attribute)]


def tested(node: ast.expr) -> Iterator[ast.Attribute]:
    """The attributes that a test asks for their truth."""
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.Attribute):
            yield part
        elif isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            stack.append(part.operand)
        elif isinstance(part, ast.BoolOp):
            stack.extend(reversed(part.values))


def shows(call: ast.Call, module: Module) -> bool:
    """Whether a call shows its arguments to a reader: `print`, `str`, logging, `"…".format`."""
    from flake8_pitfalls.facts.uncalled import is_showing

    first = call.args[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str) and "%r" in first.value:
        return False
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant):
        return call.func.attr == "format" and isinstance(call.func.value.value, str) and "!r" not in call.func.value.value
    return is_showing(call, module)


def is_probe(node: ast.Attribute, how: str, module: Module) -> bool:
    """Whether it is looked up to see whether it is there."""
    from flake8_pitfalls.facts.guards import caught_by, wanted_to_fail

    return (how == "dropped" and caught_by(node, module, "AttributeError", "Exception", "BaseException")) or wanted_to_fail(node, module)


def span_of(node: ast.Attribute, module: Module) -> Span | None:
    """Where the attribute stands, also in an f-string."""
    from flake8_pitfalls.facts.uncalled import span_of

    return span_of(node, module)
