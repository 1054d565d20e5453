"""Patterns that are compiled when they are first used: a rule's file is loaded at every start, its patterns are needed by few runs."""

from __future__ import annotations

import re
from typing import Any, cast


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
    """A gate: does one of these stand in the text, as it is written here? Each costs a thirtieth of what an alternation of them costs.

    `otherwise` is asked where none does.
    """

    __slots__ = ("otherwise", "parts")

    def __init__(self, *parts: str, otherwise: re.Pattern[str] | None = None) -> None:
        self.parts = parts
        self.otherwise = otherwise

    def search(self, text: str, /) -> object | None:
        """Something, where the text may hold it."""
        for part in self.parts:
            if part in text:
                return part
        return None if self.otherwise is None else self.otherwise.search(text)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is done when it is first used; a pattern that is wrong raises only then."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))
