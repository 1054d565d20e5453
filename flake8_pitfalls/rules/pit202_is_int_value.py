"""`is` between two ints asks whether they are one object, which says nothing of their values.

CPython keeps one object for each int from -5 to 256; another int is mostly made anew by what computes it. So `len(a) is len(b)` is right
in a test with short lists and wrong in production, and `id(a) is id(b)` is never true.

```python bad
def is_same_length(a: list[str], b: list[str]) -> bool:
    return len(a) is len(b)
```

```python good
def is_same_length(a: list[str], b: list[str]) -> bool:
    return len(a) == len(b)
```

```python ok
def is_limit_kept(size: int, limit: int | None) -> bool:
    return limit is None or size <= limit
```

Reported where both sides are known to be ints (one of them perhaps None): by what they are bound to, on every branch, in this module or
another of the project, or by annotation. Of an int that is written out (`x is 257`) PIT201 speaks. Constants of one file that are only
handed on are one object each (`outcome = SUCCESS`, then `outcome is SUCCESS`), and so is what is compared with a known int from -5 to 256:
they are left alone.

The fix is safe, but for `f"{a is b=}"`, which prints its own text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule
from flake8_pitfalls.text.comparison_gates import IDENTITY_OF_TWO

EQUAL: dict[type[ast.cmpop], str] = {ast.Is: "==", ast.IsNot: "!="}
SURE_COUNTS = frozenset(("index", "rindex", "rfind", "count"))
COUNTS = SURE_COUNTS | {"find"}  # what other things than texts find may be an object that there is one of
SHARED = range(-5, 257)
# What an int can come from; all else is a constant, or never an int.
SOURCES = (ast.Name, ast.Attribute, ast.Call, ast.BinOp, ast.UnaryOp, ast.Subscript, ast.IfExp, ast.BoolOp, ast.NamedExpr, ast.Await)


@rule("PIT202", "is-int-value", level=Level.ERROR, on=ast.Module, text=IDENTITY_OF_TWO, fixes=Safety.SAFE, light=True)
def check(tree: ast.Module, module: Module) -> Iterator[Hit]:
    for node in module.index.of(ast.Compare):
        assert isinstance(node, ast.Compare)
        if not any(type(op) in EQUAL for op in node.ops):
            continue
        operands = [node.left, *node.comparators]
        links = [n for n, op in enumerate(node.ops) if type(op) in EQUAL and are_ints(operands[n], operands[n + 1], module)]
        if links:
            from flake8_pitfalls.text.excerpt import excerpt

            first = links[0]
            reason, equal = why(operands[first : first + 2], module), EQUAL[type(node.ops[first])]
            message = f"`{excerpt(module.source.segment(node))}` asks whether two ints are one object, {reason}: compare with `{equal}`"
            yield Hit(node, message, partial(fix, node, module, links))


def are_ints(left: ast.expr, right: ast.expr, module: Module) -> bool:
    """Whether one is an int in every run and the other, too, if it is not None, and they may be two objects that are equal."""
    if not isinstance(left, SOURCES) or not isinstance(right, SOURCES):
        return False
    if not (module.hints.could_be_int(right) and module.hints.could_be_int(left)):
        return False
    if isinstance(left, ast.Name) and isinstance(right, ast.Name) and left.id == right.id:
        return False
    from flake8_pitfalls.facts.folding import is_folded_int

    if is_folded_int(left) or is_folded_int(right):
        return False
    sure, unsure = (right, left) if is_surely_int(right, module) else (left, right)
    if is_surely_int(sure, module):
        if not (is_surely_int(unsure, module) or is_int_or_none(unsure, module) or is_count(unsure, COUNTS, module)):
            return False
    elif not (is_count(sure, SURE_COUNTS, module) and is_count(unsure, SURE_COUNTS, module)):
        return False
    if is_shared(left, module) or is_shared(right, module):
        return False
    from flake8_pitfalls.facts.homes import homes_of_constant

    homes = homes_of_constant(left, module) | homes_of_constant(right, module)
    return len(homes) != 1 or None in homes


def is_surely_int(node: ast.expr, module: Module) -> bool:
    """Whether an expression is an int in every run: by its value, as an attribute of a known type, or by a test that leaves None out."""
    if module.values.is_int(node):
        return True
    if isinstance(node, ast.Attribute):
        from flake8_pitfalls.knowledge.returns import INT_ATTRIBUTES

        return module.values.certain(node, lambda value: getattr(value, "name", None) in INT_ATTRIBUTES)
    if isinstance(node, ast.Name):
        from flake8_pitfalls.facts.present import is_present, is_tested_int

        return (is_int_or_none(node, module) and is_present(node, module)) or is_tested_int(node, module)
    return False


def is_shared(node: ast.expr, module: Module) -> bool:
    """Whether an int is known, and one of those that CPython keeps one object of: then identity answers as equality does."""
    return module.values.certain(node, lambda value: getattr(value, "value", None) in SHARED)


def is_int_or_none(node: ast.expr, module: Module) -> bool:
    """Whether an expression is an int or None in every run, and not always None: compared with an int, None answers rightly."""
    from flake8_pitfalls.facts.values import type_name

    types = {type_name(value) for value in module.values.of(node)}
    return "builtins.int" in types and types <= {"builtins.int", "builtins.NoneType"}


def is_count(node: ast.expr, methods: frozenset[str], module: Module) -> bool:
    """Whether an expression is what `.index(x)` and its like give, of something that nobody knows, or a name for it."""
    if isinstance(node, ast.Name):
        bindings = module.names.bindings(node)
        values = [one.value for one in bindings if one.kind in ("assign", "walrus") and not one.path]
        return 0 < len(bindings) == len(values) and all(isinstance(one, ast.Call) and is_count(one, methods, module) for one in values)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in methods and node.args):
        return False
    from flake8_pitfalls.facts.values import NOTHING_KNOWN

    return module.values.of(node.func) <= NOTHING_KNOWN


def why(operands: list[ast.expr], module: Module) -> str:
    """What becomes of the question, from what the two are."""
    if any(isinstance(operand, ast.Call) and "builtins.id" in module.values.things(operand.func) for operand in operands):
        return "and `id()` makes an int anew each time"
    known = [value for operand in operands if isinstance(value := constant(operand, module), int)]
    large = next((value for value in known if not -5 <= value <= 256), None)
    if large is not None and abs(large) < 10**30:
        return f"and {large} may be made anew each time"
    return "which CPython happens to grant for -5 to 256 only"


def constant(node: ast.expr, module: Module) -> object:
    """The value of an operand that can have only one."""
    return getattr(module.values.one(node), "value", None)


def fix(node: ast.Compare, module: Module, links: list[int]) -> Fix | None:
    from flake8_pitfalls.fixing.identity import by_value

    return by_value(module, node, links)
