"""One file a rule; importing them registers them."""

from __future__ import annotations

import os
from importlib import import_module

from flake8_pitfalls.model import RULES, Rule


def load() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    if not RULES:
        for name in sorted(names()):
            import_module(f"{__name__}.{name}")
    return dict(sorted(RULES.items()))


def names() -> set[str]:
    """The names of the rules' files, without their suffix."""
    try:
        return {file.partition(".")[0] for folder in __path__ for file in os.listdir(folder) if file.startswith("pit")}
    except OSError:  # the package is no folder, such as one in a zip file
        import pkgutil  # a folder does without: it imports `inspect`, which costs more than five rules

        return {found.name for found in pkgutil.iter_modules(__path__)}
