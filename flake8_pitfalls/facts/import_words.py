"""The words of a file's import statements: enough to say that it imports nobody who knows something, without parsing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.kept import PerFile

if TYPE_CHECKING:
    from flake8_pitfalls.facts.finding import Finder

IMPORTS = re.compile(r"\b(?:from|import)\b[^\r\n(]*(?:\([^)]*\)|(?:\\(?:\r\n|\r|\n)[^\r\n]*)*)")  # and prose that sounds like one
WORD = re.compile(r"\w+")
WORDS = PerFile()


def words_of(around: Finder, path: str) -> frozenset[str]:
    """The words of a file's import statements, and of some lines that only look like one."""
    stamp = getattr(around.files, "stamp", lambda name: None)(path)
    return WORDS.of(path, stamp, lambda: words_in(around.files.text(path) or ""))


def words_in(text: str) -> frozenset[str]:
    """The same of a text."""
    return frozenset(word for statement in IMPORTS.findall(text) for word in WORD.findall(statement))
