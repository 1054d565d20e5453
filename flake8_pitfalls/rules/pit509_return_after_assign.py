"""A name that is bound only to be returned on the next line says nothing that the function's name does not.

`c = a + b` and `return c` store a value and load it again: two instructions more, and a name to read.

```python bad
def add(a, b):
    c = a + b
    return c
```

```python good
def add(a, b):
    return a + b
```

```python ok
def remember(a, b):
    global last
    last = a + b
    return last
```

It speaks only where every use of the name in the function, closures included, is such a pair. A name that is annotated (also by a type
comment), declared `global` or `nonlocal`, augmented, unpacked, read in between or by a `finally` is silent.

ruff and flake8-return have this as RET504; turn one of them off. The fix is safe. It is withheld where a comment stands between the two
lines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Safety, Span, rule
from flake8_pitfalls.text.pattern import lazy

EQUALS = lazy(r"(?:[ \t\f]|\\(?:\r\n|[\r\n]))*=(?:[ \t\f]|\\(?:\r\n|[\r\n]))*")
BETWEEN = lazy(r"[ \t\f]*(?:;[ \t\f]*(?P<comment>#[^\r\n]*)?|(?P<other>#[^\r\n]*))?(?:\\?(?:\r\n|[\r\n])[ \t\f]*)*")
TYPE_COMMENT = lazy(r"#\s*type:\s*(?!ignore\b)")


@rule("PIT509", "return-after-assign", level=Level.NOTE, on=ast.Return, words=("return",), default=False, fixes=Safety.SAFE)
def check(node: ast.Return, module: Module) -> Iterator[Hit]:
    assign = assignment_before(node, module)
    if assign is not None and is_bound_to_return(assign, module):
        name = node.value.id  # type: ignore[union-attr]
        yield Hit(
            node, f"`{name}` is bound on line {assign.lineno} only to be returned here: return the value itself", partial(fix, node, module)
        )


def assignment_before(node: ast.Return, module: Module) -> ast.Assign | None:
    """The statement right before a `return name`, if all it does is bind that name."""
    if not isinstance(node.value, ast.Name):
        return None
    from flake8_pitfalls.facts.blocks import before

    found = before(node, module)
    if isinstance(found, ast.Assign) and len(found.targets) == 1 and isinstance(found.targets[0], ast.Name):
        return found if found.targets[0].id == node.value.id else None
    return None


def is_bound_to_return(assign: ast.Assign, module: Module) -> bool:
    """Whether each binding and each read of the name, in the function and in those inside it, belongs to such a pair."""
    target = assign.targets[0]
    assert isinstance(target, ast.Name)
    names = module.names
    scope = names.deciding(target.id, names.scope(target))
    if scope is None or scope is not names.scope(target) or not isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    if scope.elsewhere.get(target.id) or target.id in scope.outer:
        return False
    for binding in scope.bindings[target.id]:
        statement = module.index.parent(binding.node)
        if not isinstance(statement, ast.Assign) or statement.targets != [binding.node] or has_type_comment(statement, module):
            return False
    from flake8_pitfalls.facts.blocks import looks_at_names

    if looks_at_names(scope.node, module):
        return False
    for use in module.origins.loads(target.id, scope):
        returning = module.index.parent(use)
        if not isinstance(returning, ast.Return) or assignment_before(returning, module) is None:
            return False
    return True


def has_type_comment(node: ast.Assign, module: Module) -> bool:
    """Whether the line ends in `# type: …`, which is an annotation."""
    rest = module.source.line(node.end_lineno or node.lineno)
    return TYPE_COMMENT.search(rest) is not None


def fix(node: ast.Return, module: Module) -> Fix | None:
    assign = assignment_before(node, module)
    assert assign is not None
    text, start = module.source.text, module.source.span(assign.targets[0]).end
    sign = EQUALS.match(text, start)
    whole, last = module.source.span(assign), module.source.span(node)
    between = BETWEEN.fullmatch(text, whole.end, last.start)
    if sign is None or between is None or text[module.source.span(node.value).start - 1] == "(":  # type: ignore[arg-type]
        return None
    comment = between["comment"] or between["other"] or ""
    kept = text[whole.end : between.start("other")] + comment if between["other"] else f"  {comment}" if comment else ""
    opening, closing = ("(", ")") if isinstance(assign.value, (ast.Yield, ast.YieldFrom)) and text[sign.end()] != "(" else ("", "")
    edits = (Edit(Span(whole.start, sign.end()), f"return {opening}"), Edit(Span(whole.end, last.end), f"{closing}{kept}"))
    return Fix("Return the value itself", edits, Safety.SAFE)
