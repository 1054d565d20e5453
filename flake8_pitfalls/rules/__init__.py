"""One file a rule; importing them registers them."""

from __future__ import annotations

import importlib
import pkgutil

from flake8_pitfalls.model import RULES, Rule


def load() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    if not RULES:
        for found in sorted(pkgutil.iter_modules(__path__), key=lambda item: item.name):
            importlib.import_module(f"{__name__}.{found.name}")
    return dict(sorted(RULES.items()))
