"""Builds the pattern that an expression gives: the characters that are known, and the fields whose text is not."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.patterns.regex import Hole, PatternText, quantifier
from flake8_pitfalls.facts.strings import Chars, Field
from flake8_pitfalls.facts.values import Const

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

PARTS = 400  # of one concatenation; a longer one is no pattern
LONGEST = 4_000  # characters of a value that is put in


class Builder:
    """Collects the units of one pattern; with `look_up`, what names stand for is put in."""

    def __init__(self, module: Module, look_up: bool = True) -> None:
        self.module = module
        self.look_up = look_up
        self.units: list[str | Hole] = []
        self.offsets: list[int] = []

    def build(self, root: ast.expr) -> PatternText:
        """The pattern that an expression gives; what is not text written out is a field."""
        stack: list[ast.expr] = [root]
        parts = 0
        while stack and parts < PARTS:
            node = stack.pop()
            parts += 1
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                stack += [node.right, node.left]
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and is_text(node.left):
                stack.append(node.left)
            elif isinstance(node, ast.JoinedStr):
                stack += reversed(self._joined(node))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self._constant(node)
            else:
                self._value(node, None, self._shown(node))
        return PatternText(tuple(self.units), tuple(self.offsets))

    def _joined(self, node: ast.JoinedStr) -> list[ast.expr]:
        """Takes an f-string's parts; gives back what it could not take: an f-string that stands alone in a field is looked into."""
        pieces = self.module.strings.pieces(node)
        if not pieces:
            for value in node.values:
                if isinstance(value, ast.Constant):
                    self._text(str(value.value))
                else:
                    self._hole(Hole(None, None, "{…}"))
            return []
        for piece, field in pieces:
            if isinstance(piece, Chars):
                self.units += piece.value
                self.offsets += piece.offsets[:-1]
            elif field is not None:
                self._field(piece, field)
        return []

    def _field(self, piece: Field, field: ast.FormattedValue) -> None:
        text = self.module.source.text
        expression = text[piece.expression.start : piece.expression.end]
        shown = text[piece.span.start : piece.span.end]
        plain = not piece.conversion and piece.spec is None and not piece.debug
        numbers = quantifier(expression) if plain else ""
        if piece.debug:
            self._text(piece.debug)
        if numbers:
            self._hole(Hole(field.value, piece, shown, field, numbers, built_of(numbers)))
        elif isinstance(field.value, ast.JoinedStr) and plain:
            inner = Builder(self.module, self.look_up).build(field.value)
            self.units += inner.units
            self.offsets += inner.offsets
        elif plain or piece.conversion == "s":
            self._value(field.value, piece, shown, field)
        else:
            self._hole(Hole(field.value, piece, shown, field))

    def _value(self, node: ast.expr, piece: Field | None, shown: str, origin: ast.AST | None = None) -> None:
        """A text whose value is known goes in as it is."""
        known = self.module.values.one(node) if self.look_up else None
        if isinstance(known, Const) and known.type == "str" and len(known.value) <= LONGEST:
            self._text(known.value)
        else:
            built = str(known.value) if isinstance(known, Const) and known.type == "int" else ""
            self._hole(Hole(node, piece, shown, origin, built=built))

    def _constant(self, node: ast.Constant) -> None:
        literals = self.module.strings.literals(node)
        if not literals:
            self._text(str(node.value))
        for literal in literals:
            for piece in literal.pieces:
                if isinstance(piece, Chars):
                    self.units += piece.value
                    self.offsets += piece.offsets[:-1]

    def _text(self, value: str) -> None:
        """Characters that do not stand here in the source."""
        self.units += value
        self.offsets += [-1] * len(value)

    def _hole(self, hole: Hole) -> None:
        self.units.append(hole)
        self.offsets.append(hole.field.span.start if hole.field is not None else -1)

    def _shown(self, node: ast.expr) -> str:
        if isinstance(node, (ast.Name, ast.Attribute)):
            return "{" + ast.unparse(node) + "}"
        return "{…}"


def built_of(numbers: str) -> str:
    """The text that a field of these numbers gives: `6`, or a tuple's."""
    low, comma, high = numbers.partition(",")
    if not comma:
        return str(int(low))
    return f"({int(low)}, {int(high)})" if high else f"({int(low)},)"


def is_text(node: ast.expr) -> bool:
    """Whether an expression is a text by how it is written."""
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        node = node.left
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
