"""Patterns that are compiled when they are first used: a rule's file is loaded at every start, its patterns are needed by few runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from flake8_pitfalls.text.source import Source


class Lazy:
    """Stands for a compiled pattern until someone asks it for anything."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has; its methods are kept here, so that this is asked once for each."""
        found = getattr(re.compile(*self._asked), name)
        if callable(found):
            self.__dict__[name] = found
        return found


class Holds:
    """A gate: does one of these stand in one of the text's words? The words are a twentieth of the text, so it is asked in no time.

    A part may begin or end with a line feed: so does a word. One that begins with a dot is an attribute's name, or its beginning.
    `otherwise` is asked of the text where none does.
    """

    __slots__ = ("otherwise", "parts")

    def __init__(self, *parts: str, otherwise: re.Pattern[str] | None = None) -> None:
        self.parts = parts
        self.otherwise = otherwise

    def search(self, text: str, /) -> object | None:
        """Something, where the text may hold it."""
        return self.among(Source(text))

    def among(self, source: Source) -> object | None:
        """The same for a text whose words are known."""
        listed, text = source.listed, source.text
        for part in self.parts:
            if part[0] != ".":
                if part in listed:
                    return part
            elif part[1:] in listed and (part in text or any(may_follow(".", text, at) for at in places(part[1:], text))):
                return part
        return None if self.otherwise is None else self.otherwise.search(text)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is done when it is first used; a pattern that is wrong raises only then."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))


REACH = 80  # characters before a place that are looked at; what is longer is let through


def may_follow(before: str | tuple[str, ...], text: str, start: int) -> bool:
    """Whether what stands before a place may end in one of these: blanks, line ends and comments may stand between."""
    reached = text[max(0, start - REACH) : start]
    inner = reached.rstrip(" \t\f\r\n\\")
    if not inner or inner.endswith(before):
        return True
    blanks = reached[len(inner) :]
    return ("\n" in blanks or "\r" in blanks) and "#" in inner.replace("\r", "\n").rpartition("\n")[2]


def places(part: str, text: str) -> Iterator[int]:
    """Where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
