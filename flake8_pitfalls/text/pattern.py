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


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is done when it is first used; a pattern that is wrong raises only then."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))
