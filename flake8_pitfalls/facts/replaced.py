"""What a module puts other things in the place of, while it runs or tests: `patch("time.sleep")`, `setattr(time, "sleep", …)`.

Source: `unittest.mock` (`patch`, `patch.object`, `patch.multiple`), `pytest` (`monkeypatch.setattr`) and `pytest-mock` (`mocker.patch`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts.summary import LocalSummary

WORDS = frozenset(("patch", "setattr"))  # a module without them replaces nothing so
ANYTHING = "*"  # stands for an owner that is not known


def replaced(local: LocalSummary) -> Iterator[str]:
    """Dotted names, as those who look them up write them; `*.fetch` is the `fetch` of something that is not known."""
    if local.source.source.words.isdisjoint(WORDS):
        return
    for node in local.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        kind = _kind(node.func)
        if kind and node.args:
            yield from _named(node, kind, local)


def _kind(func: ast.expr) -> str:
    """How a call replaces something: `patch`, `object` (or `setattr`), `multiple`, or not at all."""
    if isinstance(func, ast.Name):
        return func.id if func.id in WORDS else ""
    if not isinstance(func, ast.Attribute):
        return ""
    if func.attr in WORDS:
        return func.attr
    around = func.value
    last = around.attr if isinstance(around, ast.Attribute) else around.id if isinstance(around, ast.Name) else ""
    return func.attr if last == "patch" and func.attr in ("object", "multiple") else ""


def _named(call: ast.Call, kind: str, local: LocalSummary) -> Iterator[str]:
    first = call.args[0]
    if kind == "multiple":
        yield from (f"{_owner(first, local)}.{item.arg}" for item in call.keywords if item.arg)
        return
    name = call.args[1].value if len(call.args) > 1 and isinstance(call.args[1], ast.Constant) else None
    if kind in ("object", "setattr") and isinstance(name, str) and not isinstance(first, ast.Constant):
        yield f"{_owner(first, local)}.{name}"
    elif kind in ("patch", "setattr") and (found := _text(first, local)):
        yield found


def _owner(node: ast.expr, local: LocalSummary) -> str:
    """The module or class whose attribute is replaced."""
    text = _text(node, local)
    if text:
        return text
    qualified = local.names.qualified(node)
    if qualified:
        return local.terms.absolute(qualified)
    binding = local.names.only(node)
    if binding is not None and binding.kind == "class":
        return f"{local.module}.{local.terms.qualname(binding.node)}"
    return ANYTHING


def _text(node: ast.expr, local: LocalSummary) -> str:
    """A dotted name that is written as a text, also as `f"{__name__}.fetch"` and `__name__ + ".fetch"`."""
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
        return f"{local.module}.{text[9:]}" if text.startswith("__main__.") else text
    parts: list[ast.expr] = []
    if isinstance(node, ast.JoinedStr):
        parts = [item.value if isinstance(item, ast.FormattedValue) else item for item in node.values]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [node.left, node.right]
    rest = parts[1].value if len(parts) == 2 and isinstance(parts[1], ast.Constant) else None
    is_own = isinstance(rest, str) and isinstance(parts[0], ast.Name) and parts[0].id == "__name__"
    return f"{local.module}{rest!s}" if is_own else ""


def is_replaced(name: str, names: frozenset[str]) -> bool:
    """Whether a dotted name, or what it is looked up in, is among those that are replaced."""
    end = len(name)
    while end > 0:
        if name[:end] in names:
            return True
        end = name.rfind(".", 0, end)
    return f"{ANYTHING}.{name.rpartition('.')[2]}" in names
