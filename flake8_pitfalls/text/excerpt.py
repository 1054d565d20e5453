"""Code as messages quote it: on one line, without comments, and short."""

from __future__ import annotations

import re

LIMIT = 80
# A string, a comment or blanks; f-strings whose fields hold their own quote are cut apart here, which costs no more than a blank.
PART = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r"|#[^\r\n]*|(?:\\?\s)+",
    re.DOTALL,
)


def excerpt(code: str, limit: int = LIMIT) -> str:
    """A piece of code on one line of at most `limit` characters; what is too long loses its middle."""
    if "\n" in code or "\r" in code or "\t" in code:
        code = PART.sub(_one_line, code).strip()
        code = re.sub(r"(?<=[(\[{]) | (?=[)\]}])", "", re.sub(r" {2,}", " ", code))
    if len(code) <= limit:
        return code
    return f"{code[: limit * 2 // 3 - 1]}…{code[-(limit // 3) :]}"


def _one_line(part: re.Match[str]) -> str:
    text = part[0]
    if text[0] in "\"'":
        return re.sub(r"\r\n|\r|\n", r"\\n", text)
    return " "
