"""A chain's readings as messages show them: what Python reads, what was meant, and, of constants, the values that both give."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.chains import IDENTITY, OPPOSITE, Chain, Meant, is_literal
from flake8_pitfalls.facts.links import extents
from flake8_pitfalls.text.excerpt import excerpt

OPERAND = 40  # characters of an operand that a message shows
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda one, container: one in container,
    "not in": lambda one, container: one not in container,
}
SINGLETONS = (None, True, False, ...)


class Readings:
    """The texts of one chain."""

    def __init__(self, module: Module, node: ast.Compare, chain: Chain) -> None:
        text = module.source.text
        nodes = [node.left, *node.comparators]
        places = extents(module, node) or [module.source.span(operand) for operand in nodes]
        self.operands = [excerpt(text[start:end], OPERAND) for start, end in places]
        self.whole = excerpt(module.source.segment(node))
        self.symbols = chain.symbols
        self.splits = chain.splits
        self.values = constants(nodes)
        self.literal = [is_literal(item) for item in nodes]
        ends = constants([nodes[0], nodes[-1]])
        numbers = ends is not None and all(type(end) in (int, float) for end in ends) and ends[0] != ends[1]
        self.limits = (ends[0], ends[1]) if numbers and ends is not None else None

    def links(self, first: int, last: int) -> str:
        """The chain from one operator to another, as it is written."""
        pieces = [self.operands[first]]
        for number in range(first, last + 1):
            pieces += (self.symbols[number], self.operands[number + 1])
        return " ".join(pieces)

    def written_out(self) -> str:
        """The chain with its `and`s."""
        ends = [*self.splits, len(self.symbols)]
        return " and ".join(self.links(start, end - 1) for start, end in zip((0, *self.splits), ends, strict=True))

    def from_the_left(self) -> str:
        """A chain of three as if its first part stood in brackets: how a reader may take it who does not know chains."""
        return f"({self.links(0, 0)}) {self.symbols[1]} {self.operands[2]}"

    def meant(self, meant: Meant) -> str:
        """What was plainly meant."""
        first, last = meant.links
        if meant.middle >= 0:
            middle = meant.middle
            return f"({self.links(first, middle - 1)}) {self.symbols[middle]} ({self.links(middle + 1, last)})"
        if not meant.negated:
            return self.links(first, last)
        if first == last and self.symbols[first] in OPPOSITE:
            return f"{self.operands[first]} {OPPOSITE[self.symbols[first]]} {self.operands[first + 1]}"
        return f"not {self.links(first, last)}"

    def results(self) -> tuple[str, str] | None:
        """What a chain of three constants gives, and what it would give read from the left."""
        if self.values is None or len(self.symbols) != 2:
            return None
        one, two, three = self.values
        first, second = (COMPARE[symbol] for symbol in self.symbols)
        if any(self.symbols[n] in IDENTITY and not any(value is self.values[n + 1] for value in SINGLETONS) for n in (0, 1)):
            return None  # which objects are one is the interpreter's business
        return tried(lambda: first(one, two) and second(two, three)), tried(lambda: second(first(one, two), three))


def tried(give: Callable[[], Any]) -> str:
    try:
        return repr(give())
    except Exception as error:
        return f"a {type(error).__name__}"


def constants(nodes: list[ast.expr]) -> list[Any] | None:
    """The values of expressions that are all written out; None if one is not."""
    try:
        return [ast.literal_eval(node) for node in nodes]
    except (ValueError, TypeError, RecursionError, MemoryError, SyntaxError):
        return None
