"""`# noqa` for the doors that have no flake8 around them, read exactly as flake8 6 and 7 read it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from flake8_pitfalls.text.source import LINE_END, Source, Span

# Both as in flake8/defaults.py: a comment whose codes are not of this form hides everything.
INLINE = re.compile(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
WHOLE_FILE = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
SEPARATOR = re.compile(r"[,\s]")
CODE = re.compile(r"[A-Z]+[0-9]+", re.IGNORECASE)


class Comment(NamedTuple):
    """A comment that hides codes by name: `span` from its "# noqa" to its last code, the codes with their places, and the lines (from 1,
    `last` included) that it counts for."""

    span: Span
    codes: tuple[tuple[str, Span], ...]
    first: int
    last: int


class Noqa:
    """What the comments of one text hide."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def hides(self, code: str, line: int) -> bool:
        """Whether a finding of this code that starts on this line (from 1) is silenced."""
        if not self.mentioned:
            return False
        if self.whole_file:
            return True
        found = self.joined[line] if line in self.joined else INLINE.search(self.source.line(line))
        if found is None:
            return False
        if found["codes"] is None:
            return True
        return code.startswith(tuple(filter(None, SEPARATOR.split(found["codes"]))))

    @cached_property
    def mentioned(self) -> bool:
        """Whether the word stands in the text at all; most texts are done with this."""
        return "noqa" in self.source.text.lower()

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each with "\\n" for its line end, as flake8 reads a file."""
        return [line + "\n" for line in LINE_END.split(self.source.text)]

    @cached_property
    def whole_file(self) -> bool:
        """Whether a line is `# flake8: noqa`; flake8 asks for no more than that the line begins so."""
        return any("flake8" in line.lower() and WHOLE_FILE.match(line) for line in self.lines)

    @cached_property
    def joined(self) -> dict[int, re.Match[str] | None]:
        """The comment that counts for a line that does not stand alone: lines of one string, or joined by a backslash, are searched as one.

        Empty where the text cannot be cut into tokens.
        """
        joined: dict[int, re.Match[str] | None] = {}
        for first, last in self.groups:
            joined.update(dict.fromkeys(range(first, last + 1), INLINE.search("".join(self.lines[first - 1 : last]))))
        return joined

    @cached_property
    def groups(self) -> list[tuple[int, int]]:
        """The lines that are searched as one, more than one each: first and last."""
        return self.cut[0]

    @cached_property
    def cut(self) -> tuple[list[tuple[int, int]], dict[int, int], bool]:
        """The groups of lines; the column of the comment of each line that has one; and whether the text could be cut into tokens."""
        import tokenize

        groups: list[tuple[int, int]] = []
        comments: dict[int, int] = {}
        lines = iter(self.lines)
        first, last = len(self.lines) + 1, -1
        try:
            for token in tokenize.generate_tokens(lambda: next(lines, "")):
                if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                    continue
                if token.type == tokenize.COMMENT:
                    comments[token.start[0]] = token.start[1]
                first, last = min(first, token.start[0]), max(last, token.end[0])
                if token.type in (tokenize.NL, tokenize.NEWLINE):
                    if last > first:
                        groups.append((first, last))
                    first, last = len(self.lines) + 1, -1
        except (tokenize.TokenError, SyntaxError):
            return [], {}, False
        return groups, comments, True

    def group(self, line: int) -> tuple[int, int]:
        """The first and the last of the lines that are searched as one with this line."""
        near = bisect_right(self.groups, (line, len(self.lines) + 1)) - 1
        if near >= 0 and self.groups[near][1] >= line:
            return self.groups[near]
        return line, line

    def counting(self, line: int) -> re.Match[str] | None:
        """What counts as the comment for a line, found in the text of its group; it may stand in a string."""
        first, last = self.group(line)
        return INLINE.search("".join(self.lines[first - 1 : last]))

    def offset(self, first: int, match: re.Match[str], place: int) -> int:
        """The offset in the whole text of a place in the text of a group, all of whose line ends are one character."""
        line = match.string.count("\n", 0, place)
        return self.source.line_starts[first + line - 1] + place - (match.string.rfind("\n", 0, place) + 1)

    def in_comment(self, offset: int) -> bool:
        """Whether a place stands in a comment, not in a string."""
        line, column = self.source.position(offset)
        return self.cut[1].get(line, column + 1) <= column

    @cached_property
    def comments(self) -> list[Comment]:
        """The comments that hide codes by name, in order; of lines that are searched as one only the first counts."""
        found = []
        done = 0
        for number, line in enumerate(self.lines, 1):
            if number <= done or "noqa" not in line.lower():
                continue
            first, done = self.group(number)
            match = self.counting(number)
            if match is None or match["codes"] is None:
                continue
            start = self.offset(first, match, match.start())
            if self.in_comment(start):
                codes = tuple(self.placed(first, match, code) for code in CODE.finditer(match["codes"]))
                found.append(Comment(Span(start, codes[-1][1].end), codes, first, done))
        return found

    def placed(self, first: int, match: re.Match[str], code: re.Match[str]) -> tuple[str, Span]:
        """A code of a comment with its place in the text."""
        start = self.offset(first, match, match.start("codes") + code.start())
        return code[0], Span(start, start + len(code[0]))
