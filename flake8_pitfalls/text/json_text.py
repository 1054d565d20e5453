"""Where the parts of a JSON text stand, and strings of it written anew with no more changed than must be. For texts that `json` reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from json.decoder import scanstring  # type: ignore[attr-defined]  # the typeshed leaves it out
from typing import NamedTuple

from flake8_pitfalls.text.differing import differing


class Stretch(NamedTuple):
    """Characters of a text, from one offset to another, and what is to stand there."""

    start: int
    end: int
    new: str


BLANK = re.compile(r"[ \t\n\r]*")
# One character of a string as JSON writes it; beyond the basic plane an escaped one is two surrogates.
WRITTEN = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)
SURROGATE = re.compile("[\ud800-\udfff]")
DECODER = json.JSONDecoder()


def skip(text: str, at: int) -> int:
    """The offset of the next character that is no blank."""
    return BLANK.match(text, at).end()  # type: ignore[union-attr]


def value_end(text: str, at: int) -> int:
    """Where the value that begins at an offset ends."""
    return DECODER.raw_decode(text, at)[1]


def members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The members of the object that begins at an offset: key, and where its value begins and ends. Raises ValueError."""
    if text[at] != "{":
        raise ValueError("an object was to stand here")
    at = skip(text, at + 1)
    while text[at] != "}":
        key, at = scanstring(text, at + 1)
        start = skip(text, skip(text, at) + 1)
        end = value_end(text, start)
        yield key, start, end
        at = skip(text, end)
        at = skip(text, at + 1) if text[at] == "," else at


def elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the elements of the array that begins at an offset begin and end. Raises ValueError."""
    if text[at] != "[":
        raise ValueError("a list was to stand here")
    at = skip(text, at + 1)
    while text[at] != "]":
        end = value_end(text, at)
        yield at, end
        at = skip(text, end)
        at = skip(text, at + 1) if text[at] == "," else at


def offset_in(literal: str, number: int) -> int:
    """Where in a written string, its quotes included, the character of this number stands (from 0)."""
    if "\\" not in literal:
        return 1 + number
    return 1 + sum(len(found[0]) for found in islice(WRITTEN.finditer(literal, 1), number))


def quoted(text: str, is_ascii: bool) -> str:
    """A string as JSON; what no encoding can hold is spelt out."""
    return json.dumps(text, ensure_ascii=is_ascii or SURROGATE.search(text) is not None)


def rewritten(literal: str, stretches: Iterable[Stretch], is_ascii: bool) -> str:
    """A written string in which some stretches, in order, say something else; all else stays as it was written."""
    out, last = [], 0
    for one in stretches:
        out += [literal[last : offset_in(literal, one.start)], quoted(one.new, is_ascii)[1:-1]]
        last = offset_in(literal, one.end)
    return "".join([*out, literal[last:]])


def trimmed(old: str, new: str, at: int = 0) -> list[Stretch]:
    """The one stretch in which two texts differ, none where they do not; `at`: where the old one begins."""
    if old == new:
        return []
    start, end, there = differing(old, new)
    return [Stretch(at + start, at + end, there)]
