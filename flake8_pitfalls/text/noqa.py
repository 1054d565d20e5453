"""`# noqa` for the doors that have no flake8 around them, read exactly as flake8 6 and 7 read it."""

from __future__ import annotations

import re
from functools import cached_property

from flake8_pitfalls.text.source import LINE_END, Source

# Both as in flake8/defaults.py: a comment whose codes are not of this form hides everything.
INLINE = re.compile(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
WHOLE_FILE = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
SEPARATOR = re.compile(r"[,\s]")


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
        import tokenize

        joined: dict[int, re.Match[str] | None] = {}
        lines = iter(self.lines)
        first, last = len(self.lines) + 1, -1
        try:
            for token in tokenize.generate_tokens(lambda: next(lines, "")):
                if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                    continue
                first, last = min(first, token.start[0]), max(last, token.end[0])
                if token.type in (tokenize.NL, tokenize.NEWLINE):
                    if last > first:
                        joined.update(dict.fromkeys(range(first, last + 1), INLINE.search("".join(self.lines[first - 1 : last]))))
                    first, last = len(self.lines) + 1, -1
        except (tokenize.TokenError, SyntaxError):
            return {}
        return joined
