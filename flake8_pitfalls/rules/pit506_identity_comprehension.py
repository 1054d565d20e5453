"""A comprehension that changes nothing is what the constructor does, in a loop of its own.

`[i for i in range(9)]` takes every item out to put it back; `list(range(9))` is the same list in fewer instructions.

```python bad
def numbers():
    return [i for i in range(9)]
```

```python good
def numbers():
    return list(range(9))
```

```python bad
def copied(prices: dict[str, int]):
    return {name: price for name, price in prices.items()}
```

```python good
def copied(prices: dict[str, int]):
    return dict(prices.items())
```

```python ok
def as_tuples(rows):
    return [(a, b) for a, b in rows]
```

One loop over a plain name, without `if` and not `async`, and `k, v` over `.items()`, `zip`, `enumerate` and lists; also a generator that is
handed to `list`, `sum`, `sorted` and the like. Tuples over rows that may be lists are silent, and so is a file in which `list` means
something else, or an object of this file's own that would be asked for its length.

ruff and flake8-comprehensions have this as C416 (and C400); turn one of them off. The fix is safe.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

CONSTRUCTORS: dict[type[ast.expr], str] = {ast.ListComp: "list", ast.SetComp: "set", ast.DictComp: "dict"}
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@rule(
    "PIT506",
    "identity-comprehension",
    level=Level.NOTE,
    on=(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    words=("for", "in"),
    default=False,
    fixes=Safety.SAFE,
)
def check(node: Comprehension, module: Module) -> Iterator[Hit]:
    only = node.generators[0]
    if len(node.generators) > 1 or only.ifs or only.is_async or not changes_nothing(node, only, module):
        return
    from flake8_pitfalls.facts.rebuilt import asks_length, is_constructor_free
    from flake8_pitfalls.text.excerpt import excerpt

    name = CONSTRUCTORS.get(type(node), "")
    if name and not is_constructor_free(name, node, module):
        return
    if not name and not is_consumed(node, module):
        return
    if asks_length(only.iter, module):
        return
    iterable = module.source.segment(innermost(only.iter))
    instead = f"`{name}({excerpt(iterable, 40)})`" if name else f"`{excerpt(iterable, 40)}` itself"
    message = f"`{excerpt(module.source.segment(node), 60)}` changes nothing on the way: {instead} gives the same with fewer instructions"
    yield Hit(node, message, partial(fix, node, name, module))


def changes_nothing(node: Comprehension, only: ast.comprehension, module: Module) -> bool:
    """Whether each item comes out as it went in."""
    from flake8_pitfalls.facts.rebuilt import gives_pairs, is_no_mapping, is_same_item, pair_of, surely_gives_tuples

    if isinstance(node, ast.DictComp):
        names = pair_of(only.target)
        kept = (
            names is not None
            and isinstance(node.key, ast.Name)
            and isinstance(node.value, ast.Name)
            and (node.key.id, node.value.id) == names
        )
        return kept and (gives_pairs(only.iter, module) or is_no_mapping(only.iter, module))
    if is_same_item(only.target, node.elt):
        return True
    names = pair_of(only.target)
    if names is None or not isinstance(node.elt, ast.Tuple) or [getattr(item, "id", "") for item in node.elt.elts] != list(names):
        return False
    return surely_gives_tuples(only.iter, module)


def is_consumed(node: Comprehension, module: Module) -> bool:
    """Whether a generator is handed to a builtin that goes through it, or to `str.join`."""
    from flake8_pitfalls.facts.rebuilt import CONSUMERS

    call = module.index.parent(node)
    if not isinstance(call, ast.Call) or not call.args or call.args[0] is not node:
        return False
    if isinstance(call.func, ast.Attribute):
        text = call.func.value
        return call.func.attr == "join" and isinstance(text, ast.Constant) and isinstance(text.value, (str, bytes))
    return module.names.qualified(call.func) in CONSUMERS


def innermost(iterable: ast.expr) -> ast.expr:
    """The iterable without generators around it that change nothing themselves."""
    from flake8_pitfalls.facts.rebuilt import is_same_item

    while isinstance(iterable, ast.GeneratorExp):
        only = iterable.generators[0]
        if len(iterable.generators) > 1 or only.ifs or only.is_async or not is_same_item(only.target, iterable.elt):
            break
        iterable = only.iter
    return iterable


def fix(node: Comprehension, name: str, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.edits import holds_comment, is_in_own_text

    whole, inner = module.source.span(node), module.source.span(innermost(node.generators[0].iter))
    if (
        holds_comment(module, Span(whole.start, inner.start))
        or holds_comment(module, Span(inner.end, whole.end))
        or is_in_own_text(module, node)
    ):
        return None
    text = module.source.text
    iterable = text[inner.start : inner.end]
    before = text[whole.start - 1 : whole.start]
    if name:
        new = f"{' ' if before.isalnum() or before == '_' else ''}{name}({iterable})"
    else:
        new = f"({iterable})" if before.isidentifier() or before in ")]" else iterable
    return Fix(f"Use `{name}`" if name else "Hand over the iterable itself", (Edit(whole, new),), Safety.SAFE)
