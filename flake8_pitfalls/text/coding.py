"""Bytes <-> text as Python reads a file: byte order mark, coding cookie, and nothing else changed."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

FIRST_LINES = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")
BOM = codecs.BOM_UTF8
# What Windows and Unix wrote Korean, Japanese and Chinese text in before UTF-8; asked in this order.
ASIAN = ("cp949", "shift_jis", "gbk", "big5")


class Undecodable(Exception):
    """The bytes cannot be read as Python would read them; the message says why and what to do."""


class Decoded(NamedTuple):
    """A file's text, with what it takes to write it back. `exact` says whether the same bytes would come out."""

    text: str
    encoding: str
    bom: bool
    exact: bool

    def encode(self, text: str) -> bytes:
        """The bytes of a changed text. Raises UnicodeEncodeError where the file's encoding cannot hold it."""
        return BOM * self.bom + text.encode(self.encoding)


def decode(data: bytes) -> Decoded:
    """The text of a file (PEP 263: byte order mark, else a cookie in the first two lines, else UTF-8)."""
    bom = data.startswith(BOM)
    body = data[len(BOM) :] if bom else data
    encoding = declared(data) or "utf-8"
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(undecoded(body, encoding, error)) from None
    except (LookupError, UnicodeError, ValueError):
        raise Undecodable(f"its coding cookie names {encoding}, which is no text encoding that Python knows") from None
    if not isinstance(text, str):
        raise Undecodable(f"its coding cookie names {encoding}, which is no text encoding")
    try:
        exact = text.encode(encoding) == body
    except (UnicodeError, ValueError):
        exact = False
    return Decoded(text, encoding, bom, exact)


def declared(data: bytes) -> str:
    """The encoding that a file's first two lines or its byte order mark name; "" where they name none."""
    import tokenize

    # `tokenize` would take a file with lone carriage returns for one line; the compiler does not.
    lines = iter([found for found in (match[0] for _, match in zip(range(2), FIRST_LINES.finditer(data), strict=False)) if found])
    try:
        encoding, _ = tokenize.detect_encoding(lambda: next(lines, b""))
    except SyntaxError as error:
        if "invalid or missing" in str(error.msg):
            return ""  # these lines are no UTF-8 and have no cookie: said better when decoding fails
        if data.startswith(BOM):
            raise Undecodable("its byte order mark says UTF-8 and its coding cookie something else") from None
        raise Undecodable(str(error.msg)) from None
    return "" if encoding in ("utf-8", "utf-8-sig") else encoding


def undecoded(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    """Why bytes could not be decoded, with the cookie that would make them legal where one can be guessed."""
    line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
    if encoding != "utf-8":
        return f"its coding cookie names {encoding}, but line {line} is not {encoding}"
    for guess in ASIAN:
        try:
            data.decode(guess)
        except (UnicodeDecodeError, LookupError):
            continue
        cookie = f"if it is {guess}, let the first line be `# -*- coding: {guess} -*-`"
        return f"line {line} is not UTF-8 and no coding cookie says what it is: {cookie}"
    return f"line {line} is not UTF-8 and no coding cookie says what it is"
