"""Completion for shells, made from the options by shtab."""

from __future__ import annotations

from collections.abc import Iterable

from flake8_pitfalls.doors.arguments import CODES, parser
from flake8_pitfalls.running.config import EVERY, ConfigError


def script(shell: str, codes: Iterable[str]) -> str:
    """What a shell is to read so that it completes our options, their values, codes and files. Raises ConfigError."""
    try:
        import shtab
    except ImportError:
        raise ConfigError("--completion needs shtab: pip install 'flake8-pitfalls[completion]'") from None
    if shell not in shtab.SUPPORTED_SHELLS:
        raise ConfigError(f"this shtab knows no {shell}: pip install --upgrade shtab")
    top = parser()
    known = [EVERY, *codes]
    for action in top._actions:
        if action.dest == "paths" or action.metavar in ("FILE", "PATH"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.dest == "explain":
            action.choices = known[1:]
        elif action.dest in CODES:
            action.choices = known
    return str(shtab.complete(top, shell))
