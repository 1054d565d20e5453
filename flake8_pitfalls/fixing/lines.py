"""Whole lines put in before or behind a statement, at its own indentation. None where the statement shares its lines with another."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span


def indent_of(module: Module, node: ast.stmt) -> str | None:
    """What stands before a statement on its line; None if that is more than blanks."""
    before = module.source.text[module.source.line_starts[first_line(node) - 1] : module.source.span(node).start]
    if getattr(node, "decorator_list", None):
        before = before[: len(before) - len(before.lstrip())]
    return before if not before.strip(" \t\f") else None


def first_line(node: ast.stmt) -> int:
    """The line of its first decorator, or its own."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(item.lineno for item in decorators)])


def stands_alone(module: Module, node: ast.stmt) -> bool:
    """Whether no other code shares a statement's first or last line."""
    if indent_of(module, node) is None:
        return False
    end = module.source.span(node).end
    rest = module.source.text[end : line_end(module, node)].strip()
    return not rest or rest.startswith("#")


def line_end(module: Module, node: ast.stmt) -> int:
    """The offset behind a statement's last line, its line end included."""
    starts, last = module.source.line_starts, node.end_lineno or node.lineno
    return starts[last] if last < len(starts) else len(module.source.text)


def before(module: Module, node: ast.stmt, lines: Iterable[str]) -> Edit | None:
    """Lines above a statement (and above its decorators)."""
    indent = indent_of(module, node)
    if indent is None:
        return None
    start = module.source.line_starts[first_line(node) - 1]
    return Edit(Span(start, start), "".join(f"{indent}{line}\n" for line in lines))


def after(module: Module, node: ast.stmt, lines: Iterable[str]) -> Edit | None:
    """Lines below a statement. The edit begins where the statement ends, so that it names all statements that grow by it."""
    if not stands_alone(module, node):
        return None
    indent, end = indent_of(module, node), module.source.span(node).end
    rest = module.source.text[end : line_end(module, node)].rstrip("\r\n")
    return Edit(Span(end, end + len(rest)), rest + "".join(f"\n{indent}{line}" for line in lines))


def unit(module: Module) -> str:
    """One step of the file's indentation: what the first indented block has."""
    for node in module.index.of(ast.FunctionDef, ast.ClassDef, ast.For, ast.If, ast.With, ast.While, ast.Try):
        body = node.body  # type: ignore[attr-defined]
        outer, inner = indent_of(module, node), indent_of(module, body[0])  # type: ignore[arg-type]
        if outer is not None and inner is not None and inner.startswith(outer) and len(inner) > len(outer):
            return inner[len(outer) :]
    return "    "


def block_of(module: Module, node: ast.stmt) -> list[ast.stmt]:
    """The list of statements that a statement stands in."""
    parent = module.index.parent(node)
    for field in ("body", "orelse", "finalbody"):
        found = getattr(parent, field, None)
        if isinstance(found, list) and any(item is node for item in found):
            return found
    return [node]


def merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The same edits, an insertion and what begins at its very place made one, in that order."""
    found: list[Edit] = []
    for edit in edits:
        at = next((place for place, other in enumerate(found) if other.span.start == edit.span.start), None)
        if at is None:
            found.append(edit)
        elif found[at].span.start == found[at].span.end:
            found[at] = Edit(edit.span, found[at].text + edit.text)
        elif edit.span.start == edit.span.end:
            found[at] = Edit(found[at].span, edit.text + found[at].text)
        else:
            found.append(edit)
    return tuple(found)
