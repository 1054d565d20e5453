"""The words of a file's import statements: enough to say that it imports nobody who knows something, without parsing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.kept import FORGETTING

if TYPE_CHECKING:
    from flake8_pitfalls.facts.finding import Finder

IMPORTS = re.compile(r"\b(?:from|import)\b[^\r\n(]*(?:\([^)]*\)|(?:\\(?:\r\n|\r|\n)[^\r\n]*)*)")  # and prose that sounds like one
WORD = re.compile(r"\w+")
_WORDS: dict[str, tuple[Any, frozenset[str]]] = {}  # by path, with the file's stamp, while there are few enough
MOST = 20_000
FORGETTING.append(_WORDS.clear)


def words_of(around: Finder, path: str) -> frozenset[str]:
    """The words of a file's import statements, and of some lines that only look like one."""
    stamp = getattr(around.files, "stamp", lambda name: None)(path)
    known = _WORDS.get(path)
    if known is not None and stamp is not None and known[0] == stamp:
        return known[1]
    text = around.files.text(path) or ""
    words = frozenset(word for statement in IMPORTS.findall(text) for word in WORD.findall(statement))
    if len(_WORDS) >= MOST:
        _WORDS.clear()
    _WORDS[path] = (stamp, words)
    return words
