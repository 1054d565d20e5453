"""Where the operators of a comparison stand: the tree keeps the operands' places, but neither the operators' nor the brackets'."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Span

OPERATORS: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Eq: ("==",),
    ast.NotEq: ("!=",),
    ast.Lt: ("<",),
    ast.LtE: ("<=",),
    ast.Gt: (">",),
    ast.GtE: (">=",),
    ast.Is: ("is",),
    ast.IsNot: ("is", "not"),
    ast.In: ("in",),
    ast.NotIn: ("not", "in"),
}
# Between two operands stand one operator, brackets that the tree does not keep, blanks and comments.
BLANKS = r"(?:[^\S\r\n]|\\(?:\r\n|[\r\n])|[\r\n])"
GAP_PART = re.compile(rf"{BLANKS}+|#[^\r\n]*|[()]|is\b|not\b|in\b|[=!]=|[<>]=?")


class Gap(NamedTuple):
    """What stands between two operands of a comparison.

    `before`: where the left operand ends, its own brackets included; `words`: the places of `is` and `not`, or of the one sign;
    `after`: where the right operand begins, its own brackets included.
    """

    before: int
    words: tuple[Span, ...]
    after: int


def gap(module: Module, node: ast.Compare, number: int) -> Gap | None:
    """What stands before the comparator of that number (from 0).

    None where the text between the operands is not what the tree says, so that the place cannot be trusted.
    """
    left = node.comparators[number - 1] if number else node.left
    text, at, end = module.source.text, module.source.span(left).end, module.source.span(node.comparators[number]).start
    before, after = at, 0
    words: list[Span] = []
    while at < end:
        part = GAP_PART.match(text, at, end)
        if part is None:
            return None
        if part[0] == ")" and not words:
            before = part.end()
        elif part[0] == "(" and words:
            after = after or at
        elif part[0][0] in "()":
            return None
        elif part[0][0] in "isnot=!<>":
            words.append(Span(*part.span()))
        at = part.end()
    if at != end or tuple(text[one.start : one.end] for one in words) != OPERATORS[type(node.ops[number])]:
        return None
    return Gap(before, tuple(words), after or end)


def extents(module: Module, node: ast.Compare) -> list[Span] | None:
    """The operands of a comparison, each with its brackets; None as for `gap`."""
    start, end = module.source.span(node)
    found: list[Span] = []
    for number in range(len(node.ops)):
        between = gap(module, node, number)
        if between is None:
            return None
        found.append(Span(start, between.before))
        start = between.after
    return [*found, Span(start, end)]
