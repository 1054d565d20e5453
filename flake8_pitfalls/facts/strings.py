"""Parts of string literals with exact character offsets, on every Python, also in a text that does not parse.

Before Python 3.12 neither `ast` nor `tokenize` says where a replacement field stands, so this reads the literal itself
(language reference, 2.4.1 to 2.4.3). What it reads of a parsed file is compared with the tree; where the two disagree, nothing is said.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from flake8_pitfalls.text.source import Source, Span

OPENING = re.compile(r"(?:(?<!\w)([rRbBuUfFtT]{1,2}))?(\"\"\"|'''|\"|')")
START = re.compile(r"#[^\r\n]*|" + OPENING.pattern)
BETWEEN = re.compile(r"(?:[ \t\f\r\n]|\\\r?\n|\\\r|#[^\r\n]*)*")
PREFIXES = frozenset({"", "r", "b", "u", "f", "t", "rb", "br", "rf", "fr", "rt", "tr"})
SIMPLE = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
OCTAL = re.compile(r"[0-7]{1,3}")
HEX = {"x": 2, "u": 4, "U": 8}
NESTING = 40  # f-strings inside f-strings; Python itself stops at 150


class Chars(NamedTuple):
    """Literal text: its value, and the source offset of each character; one more for where it ends."""

    value: str
    offsets: tuple[int, ...]

    @property
    def span(self) -> Span:
        return Span(self.offsets[0], self.offsets[-1])


class Field(NamedTuple):
    """A replacement field, with its braces; `expression` spans what stands between the brace and `=`, `!`, `:` or the end.

    `spec` is the text of the format specification, None where there is no colon; `debug` the text of `name=`, which is printed too.
    """

    span: Span
    expression: Span
    conversion: str
    spec: str | None
    debug: str


class Literal(NamedTuple):
    """One string literal: prefix in lower case, the opening quotes, and its pieces (plain text is one piece)."""

    span: Span
    prefix: str
    quote: str
    pieces: tuple[Chars | Field, ...]

    @property
    def is_raw(self) -> bool:
        return "r" in self.prefix

    @property
    def is_formatted(self) -> bool:
        return "f" in self.prefix


class Broken(Exception):
    """The literal does not end, or a field in it does not."""


class Scanner:
    """Reads one literal after another out of a text; keeps those that stand inside fields."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.inner: list[Literal] = []

    def literal(self, start: int, depth: int = 0) -> Literal:
        """The literal that starts here. Raises Broken."""
        opening = OPENING.match(self.text, start)
        if opening is None or depth > NESTING:
            raise Broken
        prefix, quote = (opening[1] or "").lower(), opening[2]
        if prefix not in PREFIXES:
            raise Broken
        pieces, end = self._pieces(opening.end(), prefix, quote, depth)
        return Literal(Span(start, end), prefix, quote, pieces)

    def _pieces(self, at: int, prefix: str, quote: str, depth: int) -> tuple[tuple[Chars | Field, ...], int]:
        text, raw, formatted = self.text, "r" in prefix, "f" in prefix or "t" in prefix
        found: list[Chars | Field] = []
        value: list[str] = []
        offsets: list[int] = []

        def close(end: int) -> None:
            if value:
                found.append(Chars("".join(value), (*offsets, end)))
                value.clear()
                offsets.clear()

        while True:
            if at >= len(text):
                raise Broken
            here = text[at]
            if here == quote[0] and text.startswith(quote, at):
                close(at)
                return tuple(found), at + len(quote)
            step, new = 1, here
            if here == "\\":
                step, new = self._escape(at, raw, formatted, "b" in prefix)
            elif here in "\r\n":
                if len(quote) == 1:
                    raise Broken
                step, new = (2 if text.startswith("\r\n", at) else 1), "\n"
            elif formatted and here in "{}":
                if text.startswith(here * 2, at):
                    step = 2
                elif here == "{":
                    close(at)
                    found.append(self._field(at, quote, depth))
                    at = found[-1].span.end
                    continue
            for character in new:
                value.append(character)
                offsets.append(at)
            at += step

    def _escape(self, at: int, raw: bool, formatted: bool, is_bytes: bool) -> tuple[int, str]:
        """How many characters an escape takes in the source, and what it stands for."""
        text = self.text
        after = text[at + 1 : at + 2]
        if not after:
            raise Broken
        if raw:
            if after in "{}" and formatted:
                return 1, "\\"
            return (3, "\\\n") if text.startswith("\r\n", at + 1) else (2, "\\\n" if after == "\r" else "\\" + after)
        if after in "\r\n":
            return (3 if text.startswith("\r\n", at + 1) else 2), ""
        if after in SIMPLE:
            return 2, SIMPLE[after]
        octal = OCTAL.match(text, at + 1)
        if octal is not None:
            return octal.end() - at, chr(int(octal[0], 8))
        if after in HEX and not (is_bytes and after != "x"):
            return self._hexadecimal(at, HEX[after])
        if after == "N" and not is_bytes and text.startswith("{", at + 2):
            end = text.find("}", at)
            try:
                return end + 1 - at, unicodedata.lookup(text[at + 3 : end])
            except KeyError:
                raise Broken from None
        return (1, "\\") if after in "{}" and formatted else (2, "\\" + after)

    def _hexadecimal(self, at: int, digits: int) -> tuple[int, str]:
        try:
            return 2 + digits, chr(int(self.text[at + 2 : at + 2 + digits], 16))
        except (ValueError, OverflowError):
            raise Broken from None

    def _field(self, start: int, quote: str, depth: int) -> Field:
        text, at, open_brackets = self.text, start + 1, 0
        end_of_expression, conversion, debug = -1, "", ""
        while at < len(text):
            here = text[at]
            if here in "\"'":
                at = self._nested(at, start, quote, depth)
                continue
            if here in "([{":
                open_brackets += 1
            elif here in ")]}" and open_brackets:
                open_brackets -= 1
            elif here == "#":
                at = self._line_end(at, quote)
                continue
            elif here in "\r\n" and len(quote) == 1 and not open_brackets and text[start + 1 : at].strip() == "":
                raise Broken  # an opened brace with nothing behind it: before 3.12 no field, after it hardly one
            elif not open_brackets:
                if here == "}":
                    return Field(
                        Span(start, at + 1), Span(start + 1, at if end_of_expression < 0 else end_of_expression), conversion, None, debug
                    )
                if here == ":":
                    stop = at if end_of_expression < 0 else end_of_expression
                    spec, at = self._spec(at + 1, quote, depth)
                    return Field(Span(start, at), Span(start + 1, stop), conversion, spec, debug)
                if here == "!" and text[at + 1 : at + 2] != "=":
                    end_of_expression = at if end_of_expression < 0 else end_of_expression
                    found = re.compile(r"!\s*(\w)\s*").match(text, at)
                    if found is None:
                        raise Broken
                    conversion, at = found[1], found.end()
                    continue
                if here == "=" and end_of_expression < 0:
                    found = re.compile(r"=\s*(?=[!:}])").match(text, at)
                    if found is not None and text[at - 1] not in "=!<>":
                        end_of_expression, debug, at = at, text[start + 1 : found.end()], found.end()
                        continue
                if here in "!=<>" and text.startswith("=", at + 1):
                    at += 1
            at += 1
        raise Broken

    def _nested(self, at: int, start: int, quote: str, depth: int) -> int:
        """The end of a string inside a field."""
        before = at
        while before > start + 1 and at - before < 2 and self.text[before - 1] in "rRbBuUfFtT":
            before -= 1
        if before > start + 1 and (self.text[before - 1].isalnum() or self.text[before - 1] == "_"):
            before = at
        inner = self.literal(before, depth + 1)
        self.inner.append(inner)
        return inner.span.end

    def _line_end(self, at: int, quote: str) -> int:
        while at < len(self.text) and self.text[at] not in "\r\n":
            at += 1
        return at

    def _spec(self, at: int, quote: str, depth: int) -> tuple[str, int]:
        """A format specification's text and the end of its field."""
        text, start = self.text, at
        while at < len(text):
            here = text[at]
            if here == "{":
                at = self._field(at, quote, depth).span.end
                continue
            if here == "}":
                return text[start:at], at + 1
            if text.startswith(quote, at) or (here in "\r\n" and len(quote) == 1):
                raise Broken
            at += 1
        raise Broken


class Strings:
    """The string literals of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scanner = Scanner(source.text)
        self._known: dict[ast.AST, tuple[Literal, ...]] = {}

    def literals(self, node: ast.AST) -> tuple[Literal, ...]:
        """The literals, side by side, that a text or f-string of the tree is written in; () where that is unsure."""
        found = self._known.get(node)
        if found is None:
            try:
                found = tuple(self._between(*self.source.span(node)))
            except (Broken, IndexError, RecursionError):
                found = ()
            found = self._known[node] = found if agrees(node, found) else ()
        return found

    def pieces(self, node: ast.AST) -> list[tuple[Chars | Field, ast.FormattedValue | None]]:
        """The pieces of all literals of a node in order, each field with its node in the tree; [] where that is unsure."""
        fields = iter([value for value in node.values if isinstance(value, ast.FormattedValue)] if isinstance(node, ast.JoinedStr) else [])
        return [(piece, next(fields) if isinstance(piece, Field) else None) for literal in self.literals(node) for piece in literal.pieces]

    def _between(self, start: int, end: int) -> Iterator[Literal]:
        while start < end:
            literal = self.scanner.literal(start)
            yield literal
            between = BETWEEN.match(self.source.text, literal.span.end)
            start = between.end() if between is not None else literal.span.end
            if literal.span.end > end:
                raise Broken

    def everywhere(self) -> Iterator[Literal]:
        """All literals of a text that need not parse, from left to right; those inside fields right after the one around them."""
        at = 0
        while True:
            found = START.search(self.source.text, at)
            if found is None:
                return
            at = found.end()
            if found[2]:
                self.scanner.inner.clear()
                try:
                    literal = self.scanner.literal(found.start())
                except (Broken, RecursionError):
                    continue
                yield literal
                yield from self.scanner.inner
                at = literal.span.end


def agrees(node: ast.AST, literals: tuple[Literal, ...]) -> bool:
    """Whether what was read has the fields and the text that the tree has."""
    pieces = [piece for literal in literals for piece in literal.pieces]
    fields = sum(isinstance(piece, Field) for piece in pieces)
    read = "".join(piece.value if isinstance(piece, Chars) else piece.debug for piece in pieces)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and not fields and bool(literals) and read == node.value
    if not isinstance(node, ast.JoinedStr):
        return False
    wanted = "".join(value.value for value in node.values if isinstance(value, ast.Constant) and isinstance(value.value, str))
    return fields == sum(isinstance(value, ast.FormattedValue) for value in node.values) and read == wanted
