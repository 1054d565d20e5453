"""The tree of a text that differs from another, whose tree is known, inside of one statement: only that statement is parsed."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterable

from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.source import Source, Span


def reparsed(tree: ast.Module, old: Source, new: Source, edited: Iterable[Span]) -> ast.Module | None:
    """The tree of `new`, as `parse` would give it; None where all of it has to be parsed.

    `tree` is that of `old`, and shares with the new one all that was not edited. `edited`: the stretches of `old`, offsets in
    characters, between which the two are the same. They must lie in one statement of the module that has its lines to itself, and leave
    the number of its lines as it was: then nothing else has moved. What was edited must parse by itself, so no bracket and no quote that
    was opened there can reach what follows.
    """
    if len(old.line_starts) != len(new.line_starts):
        return None
    lines = [old.position(offset)[0] for span in edited for offset in span]
    body = tree.body
    number = bisect_left(body, min(lines, default=0), key=last_line)
    if number == len(body) or not lines:
        return None
    first, last = first_line(body[number]), last_line(body[number])
    alone = (not number or last_line(body[number - 1]) < first) and (number + 1 == len(body) or last < first_line(body[number + 1]))
    if not alone or min(lines) < first or max(lines) > last:
        return None
    starts = new.line_starts
    end = starts[last] if last < len(starts) else len(new.text)
    try:
        come = parse("\n" * (first - 1) + new.text[starts[first - 1] : end]).body
    except SyntaxError:
        return None
    return ast.Module([*body[:number], *come, *body[number + 1 :]], [])


def first_line(node: ast.stmt) -> int:
    """The first line of a statement, that of its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
