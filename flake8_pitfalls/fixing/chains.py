"""Comparison chains written anew: the `and` written out, with each operand evaluated once, or what was plainly meant."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.arrays import is_elementwise
from flake8_pitfalls.facts.chains import OPPOSITE, Chain, Meant
from flake8_pitfalls.facts.links import extents
from flake8_pitfalls.fixing.edits import can_bind, delete, free_name, holds_comment, insert, needs_parentheses_under_not, replace_operator
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span

NAMED = "value"
MOST_DIFFERENT = 4  # operands of `a != b != c` of which every two are compared


class Rewriting:
    """The edits of one chain. What is inserted at one place is one edit."""

    def __init__(self, module: Module, node: ast.Compare) -> None:
        self.module = module
        self.node = node
        self.span = module.source.span(node)
        self.operands = [node.left, *node.comparators]
        self.extents = extents(module, node) or []
        self.inserted: dict[int, str] = {}
        self.edits: list[Edit] = []
        self.named: list[str] = []

    def put(self, offset: int, text: str) -> None:
        self.inserted[offset] = self.inserted.get(offset, "") + text

    def again(self, number: int) -> str | None:
        """A text that gives an operand's value a second time without evaluating it again: itself, or a name that it is bound to first."""
        operand = self.operands[number]
        if isinstance(operand, ast.NamedExpr):
            return operand.target.id
        if is_repeatable(operand):
            return self.module.source.segment(operand)
        if not can_bind(self.module, operand):
            return None
        name = next(one for one in self.free_names() if one not in self.named)
        self.named.append(name)
        extent = self.extents[number]
        self.put(extent.start, f"({name} := ")
        self.put(extent.end, ")")
        return name

    def free_names(self) -> Iterator[str]:
        """Names that the file does not use, without end."""
        yield free_name(self.module, NAMED)
        for number in itertools.count(2):
            yield free_name(self.module, f"{NAMED}_{number}")

    def done(self) -> tuple[Edit, ...]:
        return (*self.edits, *(insert(offset, text) for offset, text in self.inserted.items()))

    def brackets(self) -> tuple[str, str]:
        return ("(", ")") if needs_parentheses_under_not(self.module, self.node) else ("", "")


def is_repeatable(node: ast.expr) -> bool:
    """Whether evaluating an expression twice is the same as evaluating it once, and its text is no burden."""
    while isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
        node = node.operand
    return isinstance(node, ast.Name) or (isinstance(node, ast.Constant) and node.lineno == node.end_lineno)


def written_out(module: Module, node: ast.Compare, chain: Chain) -> tuple[Edit, ...] | None:
    """`a op b op c` as `a op b and b op c`, cut where its kinds change; None where an operand cannot be kept for the second time."""
    text = Rewriting(module, node)
    if not text.extents:
        return None
    joined, opening, closing = joint(module, node)
    before, after = text.brackets()
    text.put(text.span.start, before + opening)
    for number in chain.splits:
        again = text.again(number)
        if again is None:
            return None
        text.put(text.extents[number].end, f"{closing}{joined}{opening}{again}")
    text.put(text.span.end, closing + after)
    return text.done()


def joint(module: Module, node: ast.Compare) -> tuple[str, str, str]:
    """What joins two comparisons, and what stands before and after each: `and`, or `&` and brackets where they answer item by item."""
    if any(is_elementwise(module, operand) for operand in (node.left, *node.comparators)):
        return " & ", "(", ")"
    return " and ", "", ""


def all_different(module: Module, node: ast.Compare) -> tuple[Edit, ...] | None:
    """`a != b != c` as `a != b and b != c and a != c`; None as above, or where too many pairs would have to be written."""
    text = Rewriting(module, node)
    if not text.extents or len(text.operands) > MOST_DIFFERENT:
        return None
    joined, opening, closing = joint(module, node)
    before, after = text.brackets()
    text.put(text.span.start, before + opening)
    names: list[str] = []
    for number in range(len(text.operands)):
        again = text.again(number)
        if again is None:
            return None
        names.append(again)
        if 0 < number < len(text.operands) - 1:
            text.put(text.extents[number].end, f"{closing}{joined}{opening}{again}")
    far = [(one, two) for one, two in itertools.combinations(range(len(names)), 2) if two - one > 1]
    rest = "".join(f"{joined}{opening}{names[one]} != {names[two]}{closing}" for one, two in far)
    text.put(text.span.end, f"{closing}{rest}{after}")
    return text.done()


def as_meant(module: Module, node: ast.Compare, chain: Chain, meant: Meant) -> tuple[Edit, ...] | None:
    """`x in y == False` as `x not in y`, `a is None != b is None` as `(a is None) != (b is None)`; None where a comment would be lost."""
    text = Rewriting(module, node)
    if not text.extents:
        return None
    if meant.middle >= 0:
        text.put(text.span.start, "(")
        text.put(text.extents[meant.middle].end, ")")
        text.put(text.extents[meant.middle + 1].start, "(")
        text.put(text.span.end, ")")
        return text.done()
    first, last = meant.links
    kept = Span(text.extents[first].start, text.extents[last + 1].end)
    for lost in (Span(text.span.start, kept.start), Span(kept.end, text.span.end)):
        if holds_comment(module, lost):
            return None
        if lost.start < lost.end:
            text.edits.append(delete(*lost))
    if meant.negated:
        opposite = OPPOSITE.get(chain.symbols[first]) if first == last else None
        change = replace_operator(module, node, first, opposite) if opposite else (insert(kept.start, "not "),)
        if change is None:
            return None
        if not opposite and first:  # the deletion that ends here takes the text along
            text.edits[0] = Edit(text.edits[0].span, "not ")
            change = ()
        text.edits += change
    return text.done()
