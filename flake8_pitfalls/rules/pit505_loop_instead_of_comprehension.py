"""A loop that does nothing but fill an empty list, set or dict is a comprehension in three lines.

`out.append(x)` looks up the method and calls it for each item; a comprehension does it in fewer instructions, and says at once what is
built.

```python bad
def squares(n):
    out = []
    for i in range(n):
        out.append(i * i)
    return out
```

```python good
def squares(n):
    out = [i * i for i in range(n)]
    return out
```

```python bad
def by_name(people):
    found = {}
    for person in people:
        if person.is_active:
            found[person.name] = person
    return found
```

```python good
def by_name(people):
    found = {person.name: person for person in people if person.is_active}
    return found
```

```python ok
def running(numbers):
    sums = [0]
    for number in numbers:
        sums.append(sums[-1] + number)
    return sums
```

It speaks where the empty container is made right before the loop, the body is the one statement (perhaps under one `if`), and the
comprehension is the same: nothing in it reads the container, no closure sees it, no `try` around could catch it half full, and the loop's
variables are not read afterwards.

ruff and perflint have this as PERF401 to PERF403; turn one of them off. The fix is safe, but for a dict of which both key and value
are more than names: a loop evaluates the value first, a comprehension the key. Comments in the loop move to the new line, or above it
where there are several.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.accumulating import Filled

WIDTH = 88  # from here on a comprehension takes a line for each of its parts


@rule(
    "PIT505",
    "loop-instead-of-comprehension",
    level=Level.NOTE,
    on=(ast.For, ast.AsyncFor),
    words=("for", "in"),
    default=False,
    fixes=Safety.SAFE,
)
def check(node: ast.For | ast.AsyncFor, module: Module) -> Iterator[Hit]:
    if node.orelse:
        return
    from flake8_pitfalls.facts.accumulating import filled
    from flake8_pitfalls.text.excerpt import excerpt

    found = filled(node, module)
    if found is not None:
        built = excerpt(one_line(written(found, module)), 70)
        message = f"this loop only fills `{found.name}`, empty on line {found.start.lineno}: `{built}` builds it in fewer instructions"
        head = Span(module.source.span(node).start, module.source.span(node.iter).end)
        yield Hit(head, message, partial(fix, found, module))


def written(found: Filled, module: Module) -> list[str]:
    """The comprehension in its parts: opening bracket, item, loop, test, closing bracket; a constructor is one part."""
    from flake8_pitfalls.facts.rebuilt import asks_length, is_constructor_free, is_same_item, pair_of

    node = found.loop
    plain = (
        found.test is None
        and isinstance(node, ast.For)
        and is_constructor_free(found.kind, node, module)
        and not asks_length(node.iter, module)
    )
    if plain and found.key is None and is_same_item(node.target, found.value):
        return [f"{found.kind}({in_brackets(node.iter, module)})"]
    as_it_is = pair_of(node.target) == (getattr(found.key, "id", ""), getattr(found.value, "id", ""))
    if plain and as_it_is and is_items(node.iter):
        return [f"dict({module.source.segment(node.iter)})"]
    value = in_brackets(found.value, module)
    if found.key is not None:
        value = f"{in_brackets(found.key, module)}: {value}"
    each = "async for" if isinstance(node, ast.AsyncFor) else "for"
    loop = f"{each} {module.source.segment(node.target)} in {in_brackets(node.iter, module, ast.IfExp)}"
    test = [f"if {in_brackets(found.test, module, ast.IfExp)}"] if found.test is not None else []
    opening, closing = "[]" if found.kind == "list" else "{}"
    return [opening, value, loop, *test, closing]


def in_brackets(node: ast.expr, module: Module, *kinds: type[ast.expr]) -> str:
    """An expression's text, in brackets where it is of these kinds, or a tuple that has none of its own."""
    text = module.source.segment(node)
    if isinstance(node, ast.Tuple):
        start = module.source.span(node).start
        bare = not text.startswith("(") or (bool(node.elts) and module.source.span(node.elts[0]).start == start)
        return f"({text})" if bare else text
    return f"({text})" if isinstance(node, kinds) else text


def is_items(node: ast.expr) -> bool:
    """Whether an iterable is `d.items()`."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "items"
        and not node.args
        and not node.keywords
    )


def one_line(parts: list[str]) -> str:
    return parts[0] + " ".join(parts[1:-1]) + (parts[-1] if len(parts) > 1 else "")


def fix(found: Filled, module: Module) -> Fix | None:
    from flake8_pitfalls.facts.accumulating import keeps_order
    from flake8_pitfalls.facts.blocks import does_nothing
    from flake8_pitfalls.fixing.comments import COMMENT, comments_in

    source = module.source
    value, end, last = source.span(found.start.value), source.span(found.start).end, source.span(found.loop).end  # type: ignore[arg-type]
    line_start = source.line_starts[found.start.lineno - 1]
    indent = source.text[line_start : source.span(found.start).start]
    inner = found.loop.body[0].body if isinstance(found.loop.body[0], ast.If) else []
    if indent.strip() or any(does_nothing(one) for one in (*found.loop.body, *inner)):
        return None  # a bare text in the loop, or something before it on its line
    rest = source.line(found.start.end_lineno or found.start.lineno).rstrip("\r\n")
    stop = source.line_starts[(found.start.end_lineno or found.start.lineno) - 1] + len(rest)
    if COMMENT.sub("", source.text[stop : source.span(found.loop).start]).strip():
        return None
    kept = [source.span(part) for part in (found.loop.target, found.loop.iter, found.key, found.value, found.test) if part is not None]
    moved = [one for one in comments_in(module, Span(stop, last)) if not any(part.start < one.span.start < part.end for part in kept)]
    parts = written(found, module)
    new, width = one_line(parts), len(source.text[line_start : value.start])
    if len(parts) > 1 and (width + len(new) > WIDTH or "\n" in new or "\r" in new):
        new = parts[0] + "".join(f"\n{indent}    {part}" for part in parts[1:-1]) + f"\n{indent}{parts[-1]}"
    at_end = len(moved) == 1 and moved[0].trailing and not source.text[end:stop].strip() and "\n" not in new
    edits = [Edit(value, new), Edit(Span(stop, last), f"  {moved[0].text}" if at_end else "")]
    if moved and not at_end:
        edits.insert(0, Edit(Span(line_start, line_start), "".join(f"{indent}{one.text}\n" for one in moved)))
    safety = Safety.SAFE if keeps_order(found, module) else Safety.UNSAFE
    return Fix("Build it in one expression", tuple(edits), safety)
