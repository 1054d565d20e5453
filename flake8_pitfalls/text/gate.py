"""Tests of a text that rule a file out before it is parsed: where, in its code, could a pitfall begin?

A gate is asked about every file, so it is cheap, and it is never wrong about a no. Source of the method: a pattern that begins with the
characters of an operator finds candidates in 0.03 s over CPython's library; one C call tells whether a candidate stands in code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

COMMENT = r"\#[^\r\n]*"
if sys.version_info >= (3, 11):
    RUN, PLUS, STAR = "++", "++", "*+"
else:  # no possessive quantifiers: a character at a time, so that no run can be cut in two ways
    RUN, PLUS, STAR = "", "+", "*"
ESCAPED = r"\\(?:\r\n|.)"
STRING = (
    rf'"""(?:[^"\\]{RUN}|{ESCAPED}|"(?!"")){STAR}"""'
    rf"|'''(?:[^'\\]{RUN}|{ESCAPED}|'(?!'')){STAR}'''"
    rf'|"(?!"")(?:[^"\\\r\n]{RUN}|{ESCAPED}){STAR}"'
    rf"|'(?!'')(?:[^'\\\r\n]{RUN}|{ESCAPED}){STAR}'"
)


def fstring_body(quote: str) -> str:
    """An f-string from its quote on, if its fields hold no quote of its own kind: such a one is read alike before and since 3.12."""
    if len(quote) == 1:
        plain = rf"[^{{}}\r\n{quote}]{STAR}"
        end, text = rf"{quote}", rf"[^{{}}\\\r\n{quote}]{RUN}"
        start = rf"{quote}(?!{quote}{quote})"
    else:
        one = quote[0]
        plain = rf"(?:[^{{}}{one}]{RUN}|{one}(?!{one}{one})){STAR}"
        end, text = quote, rf"[^{{}}\\{one}]{RUN}|{one}(?!{one}{one})"
        start = quote
    field = rf"\{{{plain}(?:\{{{plain}\}}{plain}){STAR}\}}"
    return rf"{start}(?:{text}|{ESCAPED}|\{{\{{|\}}\}}|{field}){STAR}{end}"


FSTRING = "|".join(fstring_body(quote) for quote in ('"""', "'''", '"', "'"))
# At the opening quote, the prefix passed already.
ANY_STRING = rf"(?:(?<![fFtT])(?<![fFtT][rR])(?:{STRING})|(?:{FSTRING}))"
# From a place in code as far as code goes; it stops at a string or comment that runs past the end of the search.
CODE = rf"""(?:[^"'\#]{PLUS}|{COMMENT}[\r\n]|{ANY_STRING}){STAR}"""


class AnyOf:
    """Several patterns asked one after another: each can leap to its own first character, which one alternation cannot."""

    def __init__(self, *patterns: str) -> None:
        self._patterns = patterns
        self._compiled: list[re.Pattern[str]] = []

    def search(self, text: str, /) -> re.Match[str] | None:
        """A place in the text that one of them matches."""
        if not self._compiled:
            self._compiled = [re.compile(pattern) for pattern in self._patterns]
        for pattern in self._compiled:
            found = pattern.search(text)
            if found is not None:
                return found
        return None


class InCode:
    """A gate: does `pattern` begin anywhere in code, not in a string or a comment? Inside an f-string counts as code.

    `check` may look closer at a match before its place is judged. The patterns are compiled when they are first used, since most
    runs of a tool need few of them.
    """

    __slots__ = ("_check", "_code", "_pattern", "_search", "_string")

    def __init__(self, pattern: str, check: Callable[[str, int, int], bool] | None = None) -> None:
        self._pattern = pattern
        self._check = check
        self._search: re.Pattern[str] | None = None

    def search(self, text: str, /) -> re.Match[str] | None:
        """The first place in the text that may be it, as a compiled pattern would answer."""
        if self._search is None:
            self._search = re.compile(self._pattern, re.DOTALL | re.MULTILINE)
            self._code = re.compile(CODE, re.DOTALL)
            self._string = re.compile(rf"{COMMENT}|{STRING}", re.DOTALL)
        base = at = 0
        while (found := self._search.search(text, at)) is not None:
            start = at = found.start()
            if self._check is not None and not self._check(text, start, found.end()):
                at = found.end()
                continue
            end = self._code.match(text, base, start).end()  # type: ignore[union-attr]
            if end == start:
                return found
            around = self._string.match(text, end)
            if around is None or _is_fstring(text, end) or around.end() <= start:
                return found  # in an f-string, or in something that this cannot read
            base = at = around.end()
        return None


def _is_fstring(text: str, quote: int) -> bool:
    """Whether the string whose quote stands there has an f (or t) in its prefix."""
    return text[quote - 1 : quote] in tuple("fFtT") or (
        text[quote - 1 : quote] in tuple("rR") and text[quote - 2 : quote - 1] in tuple("fFtT")
    )
