"""A text with its lines, offsets and words. Everything inside the tool is a character offset; only this file converts."""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

# Python ends a line here and nowhere else; `str.splitlines` also splits at form feeds and six other characters.
LINE_END = re.compile(r"\r\n|\r|\n")
WORD = re.compile(r"\w+")
WORD_OR_BLANK = bytes(code if code == ord("_") or chr(code).isalnum() else ord(" ") for code in range(256))


class Span(NamedTuple):
    """A stretch of text: character offsets from 0, the end not included."""

    start: int
    end: int


class Source:
    """The text of one file.

    `text` is decoded, without its byte order mark. Lines count from 1, as in `ast`; offsets count characters from 0.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character."""
        if "\r" in self.text:
            return [0, *(found.end() for found in LINE_END.finditer(self.text))]
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        lengths.pop()
        return list(accumulate(lengths, initial=0))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, as Python reads identifiers: NFKC-normalised (language reference, 2.3)."""
        if self.text.isascii():
            return frozenset(self.text.encode().translate(WORD_OR_BLANK).decode().split())  # in a third of the pattern's time
        import unicodedata

        return frozenset(WORD.findall(unicodedata.normalize("NFKC", self.text)))

    @cached_property
    def listed(self) -> str:
        """The words in one text, each between line feeds: to look for parts of words."""
        return "\n".join(("", *self.words, ""))

    def line(self, number: int) -> str:
        """The text of a line, its line end included; "" past the last line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def offset(self, line: int, column: int) -> int:
        """The character offset of a place that `ast` names: a line from 1 and a column in UTF-8 bytes from 0."""
        start = self.line_starts[line - 1]
        if self.text.isascii():
            return start + column
        line_text = self.line(line)
        return start + (
            column if line_text.isascii() else len(line_text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))
        )

    def position(self, offset: int) -> tuple[int, int]:
        """The line from 1 and the column in characters from 0 of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1]

    def span(self, node: ast.AST) -> Span:
        """Where a node stands. Not for nodes inside an f-string: before Python 3.12 their positions are wrong."""
        if isinstance(node, ast.Module):
            return Span(0, 0)
        start = self.offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]
        end_line, end_column = getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)
        return Span(start, self.offset(end_line, end_column) if end_line is not None and end_column is not None else start)

    def segment(self, node: ast.AST) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def line_end(self, offset: int) -> str:
        """How the line at an offset ends, or where it is the last and does not, how the lines before it do."""
        line = bisect_right(self.line_starts, offset)
        for number in (line, line - 1, 1):
            found = LINE_END.search(self.line(number))
            if found is not None:
                return found[0]
        return "\n"

    def with_line_ends(self, new: str, offset: int) -> str:
        """A text to be put in at an offset, its "\n" written as the lines there end."""
        if "\n" not in new or (end := self.line_end(offset)) == "\n":
            return new
        return new.replace("\r\n", "\n").replace("\n", end)

    def utf16(self, offset: int) -> tuple[int, int]:
        """The line from 0 and the column in UTF-16 units that editors count."""
        line, column = self.position(offset)
        before = self.text[offset - column : offset]
        return line - 1, column + sum(ord(character) > 0xFFFF for character in before)
