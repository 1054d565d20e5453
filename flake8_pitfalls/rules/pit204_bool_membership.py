"""A bool that is looked up among ints is found where 1 or 0 stands, since `True == 1` and `False == 0`.

`(a == b) in [1, 2, 3]` never asks for `a` or `b`: it is `a == b`, written at length.

```python bad
def is_listed(a: int, b: int) -> bool:
    return (a == b) in [1, 2, 3]
```

```python ok
def is_listed(a: int, b: int) -> bool:
    return a == b and b in [1, 2, 3]
```

```python ok
def is_seen(a: int, b: int, results: list[bool]) -> bool:
    return (a == b) in results
```

Reported where one side is known to be a bool, and the other to hold ints only; through names, too. A comparison of arrays is no bool, and
`True` itself may be looked up by whoever writes it.

There is no fix: the message gives both readings.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule
from flake8_pitfalls.text.comparison_gates import MEMBERSHIP_IN_INTS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.membership import Lookup

NO_BOOL = frozenset((ast.Constant, ast.JoinedStr, ast.Tuple, ast.List, ast.Dict, ast.Set))
NO_CONTAINER = frozenset((ast.Constant, ast.JoinedStr, ast.Compare, ast.Lambda))


@rule("PIT204", "bool-membership", level=Level.WARNING, on=ast.Module, text=MEMBERSHIP_IN_INTS, light=True)
def check(tree: ast.Module, module: Module) -> Iterator[Hit]:
    for node in module.index.of(ast.Compare):
        assert isinstance(node, ast.Compare)
        for number, op in enumerate(node.ops):
            if isinstance(op, (ast.In, ast.NotIn)) and may_be_meant(node, number):
                from flake8_pitfalls.facts.membership import bool_among_ints

                found = bool_among_ints(node, number, module)
                if found is not None:
                    yield Hit(node, message(node, module, found))
                    break


def may_be_meant(node: ast.Compare, number: int) -> bool:
    """Whether, as it is written, a bool may be looked up by the `in` of that number, and there may be ints in what it looks in."""
    operands = [node.left, *node.comparators]
    return operands[number].__class__ not in NO_BOOL and operands[number + 1].__class__ not in NO_CONTAINER


def message(node: ast.Compare, module: Module, found: Lookup) -> str:
    from flake8_pitfalls.text.excerpt import excerpt

    shown = {part: excerpt(module.source.segment(part), 60) for part in (node, found.subject, found.container)}
    says = f"`{shown[node]}` looks a bool up among ints, where True is 1 and False is 0"
    values = both_values(node, found)
    other = other_reading(found, module, len(node.ops) == 1 and isinstance(node.ops[0], ast.NotIn), as_chain=values is not None)
    if values is not None and other is not None:
        return f"{says}, so it is {values[0]}; `{other}` would be {values[1]}"
    meaning = f", so it is {ANSWERS[found.answers].format(shown[found.subject])}" if found.answers is not None else ""
    advice = f"if the number was to be looked up, write `{other}`" if other else "look the number up, or compare with it"
    return f"{says}{meaning}: {advice}"


ANSWERS = {
    (True, True): "always True",
    (False, False): "always False",
    (True, False): "`{}` again",
    (False, True): "`not ({})`",
}


def other_reading(found: Lookup, module: Module, negated: bool, as_chain: bool) -> str | None:
    """The reading in which a thing compared is looked up: the last, or the one that is no constant; None for no plain comparison."""
    from flake8_pitfalls.facts.chains import is_literal
    from flake8_pitfalls.text.excerpt import excerpt

    subject = found.subject
    if not isinstance(subject, ast.Compare) or len(subject.ops) > 1:
        return None
    sought = subject.left if is_literal(subject.comparators[0]) and not as_chain else subject.comparators[0]
    whole, last, container = (excerpt(module.source.segment(part), 40) for part in (subject, sought, found.container))
    return f"{whole} and {last} {'not in' if negated else 'in'} {container}"


def both_values(node: ast.Compare, found: Lookup) -> tuple[bool, bool] | None:
    """What it gives and what the other reading would, where everything is written out."""
    from flake8_pitfalls.facts.clocks.readings import COMPARE, constants
    from flake8_pitfalls.knowledge.symbols import SYMBOLS

    subject = found.subject
    if len(node.ops) > 1 or not isinstance(subject, ast.Compare) or len(subject.ops) > 1:
        return None
    parts = constants([subject.left, *subject.comparators, found.container])
    if parts is None or isinstance(subject.ops[0], (ast.Is, ast.IsNot)):
        return None
    compare, look = (COMPARE[SYMBOLS[type(op)]] for op in (subject.ops[0], node.ops[0]))
    try:
        truth = compare(parts[0], parts[1])
        return look(truth, parts[2]), truth and look(parts[1], parts[2])
    except TypeError:
        return None
