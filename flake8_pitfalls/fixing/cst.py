"""Edits by LibCST visitors, for a statement that must keep its comments and line breaks while its parts change places.

LibCST is imported when a fix is asked for, never before. Only the statement's own lines go through it: a whole file would lose
its form feeds, and take seconds.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Edit, Span
from flake8_pitfalls.text.source import LINE_END

if TYPE_CHECKING:
    import libcst


def rewritten(module: Module, statement: ast.stmt, visitor: libcst.CSTTransformer) -> Edit | None:
    """The edit that a visitor makes of one statement with all its lines; None where it changes nothing.

    None too where the statement shares its lines with others, or where LibCST would not give back the same text unchanged.
    """
    import libcst

    span = lines_of(module, statement)
    if span is None:
        return None
    text = module.source.text[span.start : span.end]
    found = LINE_END.search(text)
    head = f"if True:{found[0] if found else chr(10)}" if text[:1] in " \t" else ""
    try:
        tree = libcst.parse_module(head + text)
        if tree.code != head + text:
            return None
        after = tree.visit(visitor).code
    except (libcst.ParserSyntaxError, RecursionError):
        return None
    if not after.startswith(head) or after == tree.code:
        return None
    return Edit(span, after[len(head) :])


def lines_of(module: Module, statement: ast.stmt) -> Span | None:
    """The whole lines that a statement stands on, its decorators too; None where something else stands on them."""
    source = module.source
    first = min([statement.lineno, *(node.lineno for node in getattr(statement, "decorator_list", ()))])
    start = source.line_starts[first - 1]
    end = source.span(statement).end
    last = source.line(source.position(end)[0])
    stop = source.line_starts[source.position(end)[0] - 1] + len(last)
    before, behind = source.text[start : source.offset(first, 0)], source.text[end:stop].strip()
    if before.strip() or (behind and not behind.startswith("#")):
        return None
    if source.text[start : source.span(statement).start].strip() and first == statement.lineno:
        return None
    return Span(start, stop)
