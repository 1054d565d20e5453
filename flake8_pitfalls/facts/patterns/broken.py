"""Quantifiers that keep a text from parsing: `{,3}`, `{,}`, `{06}` in an f-string.

The text is judged as it would be with their braces doubled: what parses then is asked like any other module whether the string is a
pattern.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.patterns.building import Builder
from flake8_pitfalls.facts.patterns.quantifiers import can_only_be
from flake8_pitfalls.facts.patterns.regex import Atom, Hole, PatternText, Place, Reader
from flake8_pitfalls.facts.strings import Chars, Field, Literal, Strings
from flake8_pitfalls.text.source import Source

OPEN_LOW = re.compile(r"[ \t]*,[ \t]*(\d[\d_]*|[^\W\d][\w.]*)?[ \t]*")
LEADING_ZERO = re.compile(r"[ \t]*(0\d*|[1-9][\d_]*)[ \t]*(?:(,)[ \t]*(\d[\d_]*)?[ \t]*)?")


class Unparsed(NamedTuple):
    """A field that cannot be parsed and was meant as a quantifier: where it stands, what was meant, what it follows in which pattern."""

    field: Field
    meant: str
    pattern: PatternText
    atom: Atom


class Mended:
    """A text that does not parse, with the braces doubled of each field that is no expression but could be a quantifier."""

    def __init__(self, module: Module) -> None:
        self.source = module.source
        self.candidates = [
            (literal, field, meant)
            for literal in Strings(module.source).everywhere()
            if literal.is_formatted
            for field in literal.pieces
            if isinstance(field, Field) and (meant := meaning(module.source.text, field))
        ]
        self.edits = sorted((field.span, "{{" + meant + "}}") for _, field, meant in self.candidates)
        self.module: Module | None = Module(Source(self._text()), None, module.path, module.settings, files=module.files)
        try:
            self.module.tree  # noqa: B018 (parsing is the question)
        except SyntaxError:
            self.module = None

    def _text(self) -> str:
        text, end, pieces = self.source.text, 0, []
        for span, new in self.edits:
            pieces += [text[end : span.start], new]
            end = span.end
        return "".join([*pieces, text[end:]])

    def there(self, offset: int) -> int:
        """Where a character of the text stands in the mended one, if it is outside the edits or at the beginning of one."""
        return offset + sum(len(new) - (span.end - span.start) for span, new in self.edits if span.end <= offset)


def unparsed(mended: Mended) -> list[Unparsed]:
    """The quantifiers of patterns that keep a text from parsing, in the order of the text."""
    found = []
    for literal, field, meant in mended.candidates:
        if mended.module is None:
            found.append(_alone(literal, field, meant))
        else:
            found.append(_in_program(mended.module, field, meant, mended.there(field.span.start)))
    return sorted((one for one in found if one is not None), key=lambda one: one.field.span)


def meaning(text: str, field: Field) -> str:
    """The quantifier that a field which is no expression was meant to be, without blanks; "" if it is none."""
    if field.conversion or field.spec is not None or field.debug:
        return ""
    expression = text[field.expression.start : field.expression.end]
    found = OPEN_LOW.fullmatch(expression)
    if found is not None:
        high = found[1] or ""
        return "," + (high.replace("_", "") if high[:1].isdigit() else f"{{{high}}}" if high else "")
    found = LEADING_ZERO.fullmatch(expression)
    if found is None or not any(re.fullmatch(r"0[\d_]*[1-9][\d_]*", part or "") for part in (found[1], found[3])):
        return ""
    low, high = str(int(found[1])), found[3] or ""
    return f"{low},{int(high) if high else ''}" if found[2] else low


def _in_program(mended: Module, field: Field, meant: str, at: int) -> Unparsed | None:
    """Judges a field as the braces that it becomes in the mended text, at offset `at`."""
    node = innermost(mended, at)
    if node is None:
        return None
    root = mended.quantifiers.root(node)
    pattern = Builder(mended).build(root)
    uses = mended.patterns.uses(root)
    verbosity = {use.verbose for use in uses if use.kind == "pattern"}
    reader = Reader(pattern, verbosity.pop() if len(verbosity) == 1 else None)
    reader.read()
    for start, atom in reader.repeats:
        if pattern.offsets[start] == at:
            place = Place(Hole(None, field, "", numbers=meant), start, "plain", atom)
            if any(use.kind == "pattern" for use in uses) or can_only_be(pattern, place, reader.features, uses):
                return Unparsed(field, meant, pattern, atom)
    return None


def innermost(module: Module, at: int) -> ast.JoinedStr | None:
    """The f-string of which the character at this offset is plain text."""
    for node in module.index.of(ast.JoinedStr):
        assert isinstance(node, ast.JoinedStr)
        for literal in module.strings.literals(node):
            for piece in literal.pieces:
                if isinstance(piece, Chars) and piece.span.start <= at < piece.span.end and at in piece.offsets:
                    return node
    return None


def _alone(literal: Literal, field: Field, meant: str) -> Unparsed | None:
    """Judges a field by its literal alone, where the text would not parse in any case."""
    units: list[str | Hole] = []
    here = -1
    for piece in literal.pieces:
        if piece is field:
            here = len(units)
            units.append(Hole(None, field, "", numbers="0"))
        elif isinstance(piece, Chars):
            units += piece.value
        else:
            units.append(Hole(None, piece, "{…}"))
    pattern = PatternText(tuple(units), (-1,) * len(units))
    reader = Reader(pattern, None)
    for place in reader.read():
        if (
            place.at == here
            and place.where == "plain"
            and place.before is not None
            and can_only_be(pattern, place, reader.features, frozenset())
        ):
            return Unparsed(field, meant, pattern, place.before)
    return None
